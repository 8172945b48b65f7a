import { useContext, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { MarkedPaper } from '../../lib/marks/marks.ts';
import type { MuteRule } from '../../lib/mutes/mute-rule.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { useAppContext } from '../app-context.ts';
import { FormSection } from '../shared/FormSection.tsx';
import { useFocusOnClose } from '../shared/use-focus-on-close.ts';
import { useFocusOnOpen } from '../shared/use-focus-on-open.ts';
import { type MuteActions, MuteContext } from './mute-context.ts';
import { RuleChips } from './RuleChips.tsx';

interface Props {
  line: MarkedPaper;
  why: string[];
}

const maxAuthors = 12;
/** In UTF-16 units; the background refuses longer titles. */
const maxTitleLength = 1_000;

/** What can be muted about a paper: words, authors, the paper itself. */
function MuteForm({
  line,
  why,
  actions,
  onClose,
}: Props & { actions: MuteActions; onClose(): void }) {
  const { trusts } = useAppContext();
  const titleRef = useFocusOnOpen<HTMLParagraphElement>();
  const { paper } = line;
  const words = actions.wordsOf(line, why).map((what): MuteRule => ({ kind: 'word', what }));
  const authors = paper.authors
    .slice(0, maxAuthors)
    .map((name): MuteRule => ({ kind: 'author', what: plainText(name) }));
  const title = plainText(paper.title).slice(0, maxTitleLength);
  const mute = (rule: MuteRule, event: Event) => {
    if (!trusts(event)) return;
    onClose();
    actions.mute(rule);
  };
  return (
    <FormSection
      title={i18n.t('ignore.heading', [actions.where])}
      titleAs="p"
      titleRef={titleRef}
      onClose={onClose}
    >
      <RuleChips title={i18n.t('ignore.words')} rules={words} onPress={mute} />
      <RuleChips title={i18n.t('ignore.authors')} rules={authors} onPress={mute} />
      <div class="actions">
        <button
          type="button"
          class="button"
          onClick={(event) => mute({ kind: 'paper', what: paper.id, title }, event)}
        >
          {i18n.t('ignore.thisPaper')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {i18n.t('topic.cancel')}
        </button>
      </div>
    </FormSection>
  );
}

/** The button for it in the details of a paper, where the paper's list allows muting. */
export function MutePaper(props: Props) {
  const actions = useContext(MuteContext);
  const [open, setOpen] = useState(false);
  const button = useFocusOnClose(open);
  if (!actions) return null;
  if (open) return <MuteForm {...props} actions={actions} onClose={() => setOpen(false)} />;
  const { giveFeedback } = actions;
  const { paper } = props.line;
  return (
    <div class="answers">
      {giveFeedback && (
        <>
          <button type="button" class="link-button" onClick={() => giveFeedback(paper, 'like')}>
            {i18n.t('like.more')}
          </button>
          <button type="button" class="link-button" onClick={() => giveFeedback(paper, 'not')}>
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
