import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { SearchInput } from '../shared/SearchInput.tsx';

interface Props {
  query: string;
  onQuery: (query: string) => void;
  box: RefObject<HTMLInputElement | null>;
  /** The next letters are appended to the query instead of replacing it. */
  goesOn: boolean;
}

/** The search box, focused from the start. Escape clears it; a second Escape closes the popup. */
export function SearchBox({ query, onQuery, box, goesOn }: Props) {
  // Before the first paint, so that no letter typed at once is lost.
  useLayoutEffect(() => {
    box.current?.focus();
    if (goesOn) box.current?.setSelectionRange(query.length, query.length);
    else box.current?.select();
  }, []);
  const clear = (event: KeyboardEvent) => {
    if (query === '') return;
    event.preventDefault();
    event.stopPropagation();
    onQuery('');
  };
  return (
    <search>
      <SearchInput
        label={i18n.t('search.label')}
        placeholder={i18n.t('search.placeholder')}
        value={query}
        inputRef={box}
        onInput={onQuery}
        onEscape={clear}
      />
    </search>
  );
}
