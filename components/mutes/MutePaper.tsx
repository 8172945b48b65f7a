import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { MarkedPaper } from '../../lib/marks/marks.ts';
import type { MuteRule } from '../../lib/mutes/mute-rule.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { useAppContext } from '../app-context.ts';
import { useFocusOnOpen } from '../shared/use-focus-on-open.ts';
import { useUniqueId } from '../use-unique-id.ts';
import { type MuteActions, MuteContext } from './mute-context.ts';
import { RuleChips } from './RuleChips.tsx';

interface Props {
  line: MarkedPaper;
  why: string[];
}

const mostAuthors = 12;

/** What of a paper can be ignored where its list stands: words, authors, the paper itself. */
function Choices({
  line,
  why,
  ignoring,
  onDone,
}: Props & { ignoring: MuteActions; onDone(): void }) {
  const { trusts } = useAppContext();
  const id = useUniqueId();
  const heading = useFocusOnOpen<HTMLParagraphElement>();
  const { paper } = line;
  const words = ignoring.wordsOf(line, why).map((what): MuteRule => ({ kind: 'word', what }));
  const authors = paper.authors
    .slice(0, mostAuthors)
    .map((name): MuteRule => ({ kind: 'author', what: plainText(name) }));
  const title = plainText(paper.title).slice(0, 1_000);
  const ignore = (thing: MuteRule, event: Event) => {
    if (!trusts(event)) return;
    onDone();
    ignoring.ignore(thing);
  };
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
      <p class="form-title" id={id} tabIndex={-1} ref={heading}>
        {i18n.t('ignore.heading', [ignoring.where])}
      </p>
      <RuleChips title={i18n.t('ignore.words')} things={words} onPress={ignore} />
      <RuleChips title={i18n.t('ignore.authors')} things={authors} onPress={ignore} />
      <div class="actions">
        <button
          type="button"
          class="button"
          onClick={(event) => ignore({ kind: 'paper', what: paper.id, title }, event)}
        >
          {i18n.t('ignore.thisPaper')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {i18n.t('topic.cancel')}
        </button>
      </div>
    </section>
  );
}

/** "Ignore…" in the details of a paper, where its list lets the user ignore something. */
export function MutePaper(props: Props) {
  const ignoring = useContext(MuteContext);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  // Before the next key can come.
  useLayoutEffect(() => {
    if (wasOpen.current) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  if (!ignoring) return null;
  const done = () => setOpen(false);
  if (open) return <Choices {...props} ignoring={ignoring} onDone={done} />;
  const { answer } = ignoring;
  return (
    <div class="answers">
      {answer && (
        <>
          <button
            type="button"
            class="link-button"
            onClick={() => answer(props.line.paper, 'like')}
          >
            {i18n.t('like.more')}
          </button>
          <button type="button" class="link-button" onClick={() => answer(props.line.paper, 'not')}>
            {i18n.t('like.not')}
          </button>
        </>
      )}
      <button type="button" class="link-button" ref={button} onClick={() => setOpen(true)}>
        {i18n.t('ignore.open')}
      </button>
    </div>
  );
}
