import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  query: string;
  onQuery: (query: string) => void;
  box: RefObject<HTMLInputElement | null>;
  /** The next letters go on from what stands in it, instead of replacing it. */
  goesOn: boolean;
}

/** The search box, holding the cursor from the start. Escape empties it before it closes anything. */
export function SearchBox({ query, onQuery, box, goesOn }: Props) {
  // Before the first paint, so that no letter typed at once is lost.
  useLayoutEffect(() => {
    box.current?.focus();
    if (goesOn) box.current?.setSelectionRange(query.length, query.length);
    else box.current?.select();
  }, []);
  return (
    <search>
      <input
        type="search"
        ref={box}
        maxLength={500}
        value={query}
        autocomplete="off"
        spellcheck={false}
        aria-label={i18n.t('search.label')}
        placeholder={i18n.t('search.placeholder')}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return;
          event.preventDefault();
          event.stopPropagation();
          onQuery('');
        }}
      />
    </search>
  );
}
