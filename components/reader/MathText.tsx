import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type Temml from 'temml';
import { type MathPiece, splitMath } from './split-math.ts';

type Library = typeof Temml;

let loaded: Library | null = null;
let loading: Promise<Library | null> | null = null;

/** Loads the library with the first formula; resolves to null where that fails. */
function loadTemml(): Promise<Library | null> {
  loading ??= import('temml').then(
    ({ default: temml }) => {
      loaded = temml;
      return temml;
    },
    () => null,
  );
  return loading;
}

/** Elements beyond which a formula is shown as it was written: macros can expand exponentially. */
const maxElements = 1_500;
const limits = { maxSize: [6, 12] as [number, number], maxExpand: 100 };

function Formula({ tex, text, display }: Extract<MathPiece, { tex: string }>) {
  const place = useRef<HTMLSpanElement>(null);
  const [library, setLibrary] = useState(loaded);
  useEffect(() => {
    if (!library) void loadTemml().then(setLibrary);
  }, [library]);
  useLayoutEffect(() => {
    const span = place.current;
    if (!span) return;
    try {
      if (!library) throw new Error();
      library.render(tex, span, {
        ...limits,
        displayMode: display,
        throwOnError: true,
        trust: false,
      });
      if (span.querySelectorAll('*').length > maxElements) throw new Error();
    } catch {
      span.textContent = text;
    }
  }, [library, tex, text, display]);
  return <span class="formula" data-display={display} ref={place} />;
}

/** A title or abstract with its formulas drawn; invalid ones appear as they were written. */
export function MathText({ text }: { text: string }) {
  const pieces = useMemo(() => splitMath(text), [text]);
  return (
    <>
      {pieces.map((piece, at) =>
        piece.tex === null ? piece.text : <Formula key={`${at} ${piece.text}`} {...piece} />,
      )}
    </>
  );
}
