import { useEffect, useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../parts/Icon.tsx';
import type { Related } from './use-related.ts';

const mostTerms = 12;

/** The terms that carried this paper's answers, each to ignore or to use again. */
export function IgnoreTerms({ related, onDone }: { related: Related; onDone: () => void }) {
  const { answer, wishes, wish } = related;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const outcome = answer.value?.outcome;
  const used = outcome?.state === 'related' ? outcome.entries.flatMap(({ why }) => why) : [];
  const ignored = wishes.ignoredTerms;
  const terms = [...new Set(used)].filter((term) => !ignored.includes(term)).slice(0, mostTerms);

  const chip = (term: string, on: boolean) => (
    <button
      type="button"
      key={term}
      class="chip"
      data-on={on}
      aria-label={i18n.t(on ? 'ignore.take' : 'ignore.undo', [term])}
      onClick={() =>
        wish({ ignoredTerms: on ? [...ignored, term] : ignored.filter((each) => each !== term) })
      }
    >
      {term}
      <Icon name="close" />
    </button>
  );

  return (
    <section
      class="form"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <h3 id={id} tabIndex={-1} ref={heading}>
        {i18n.t('ignore.title')}
      </h3>
      <div class="chips">
        {terms.length > 0 ? (
          terms.map((term) => chip(term, true))
        ) : (
          <p class="line soft">{i18n.t('ignore.none')}</p>
        )}
      </div>
      {ignored.length > 0 && (
        <>
          <p class="line soft">{i18n.t('ignore.ignored')}</p>
          <div class="chips">{ignored.map((term) => chip(term, false))}</div>
        </>
      )}
      <div class="actions">
        <button type="button" class="button" onClick={onDone}>
          {i18n.t('ignore.done')}
        </button>
      </div>
    </section>
  );
}
