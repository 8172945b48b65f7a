import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type Temml from 'temml';
import { mathPieces, type Piece } from './math-pieces.ts';

type Library = typeof Temml;

let loaded: Library | null = null;
let loading: Promise<Library | null> | null = null;

/** Fetched when the first formula is met; null where that fails. */
function load(): Promise<Library | null> {
  loading ??= import('temml').then(
    ({ default: temml }) => {
      loaded = temml;
      return temml;
    },
    () => null,
  );
  return loading;
}

/** A formula that grows beyond this is no formula of a title or an abstract. */
const mostElements = 1_500;
const bounds = { maxSize: [6, 12] as [number, number], maxExpand: 100 };

function Formula({ tex, text, display }: Extract<Piece, { tex: string }>) {
  const place = useRef<HTMLSpanElement>(null);
  const [library, setLibrary] = useState(loaded);
  useEffect(() => {
    if (!library) void load().then(setLibrary);
  }, [library]);
  useLayoutEffect(() => {
    const span = place.current;
    if (!span) return;
    try {
      if (!library) throw new Error();
      library.render(tex, span, {
        ...bounds,
        displayMode: display,
        throwOnError: true,
        trust: false,
      });
      if (span.querySelectorAll('*').length > mostElements) throw new Error();
    } catch {
      span.textContent = text;
    }
  }, [library, tex, text, display]);
  return <span class="formula" data-display={display} ref={place} />;
}

/** A title or an abstract with its formulas drawn; one that is wrong stands there as it was written. */
export function MathText({ text }: { text: string }) {
  const pieces = useMemo(() => mathPieces(text), [text]);
  return (
    <>
      {pieces.map((piece, at) =>
        piece.tex === null ? piece.text : <Formula key={`${at} ${piece.text}`} {...piece} />,
      )}
    </>
  );
}
