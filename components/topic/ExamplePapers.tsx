import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { MarkedPaper } from '../../lib/marks/marks.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import type { TopicExamples } from '../../lib/topics/topic.ts';
import { Icon } from '../shared/Icon.tsx';
import { PreviewTitle } from './TopicPreviewLines.tsx';

interface IconButtonProps {
  icon: 'check' | 'close';
  label: string;
  title?: string;
  onClick: () => void;
}

function IconButton({ icon, label, title, onClick }: IconButtonProps) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={title} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

interface PapersProps {
  title: string;
  papers: MarkedPaper[];
  /** The buttons beside a paper's title. */
  children: (id: string, title: string) => ComponentChildren;
}

function Papers({ title: heading, papers, children }: PapersProps) {
  return (
    <section aria-label={heading}>
      <p class="line soft">{heading}</p>
      <ul class="preview-titles">
        {papers.map(({ paper }) => (
          <li key={paper.id}>
            <PreviewTitle paper={paper} />
            {children(paper.id, plainText(paper.title))}
          </li>
        ))}
      </ul>
    </section>
  );
}

export interface ExampleProps {
  like: TopicExamples;
  onChange: (change: Partial<TopicExamples>) => void;
}

/** All but one, by value. */
export const without = (all: string[], one: string) => all.filter((other) => other !== one);

/** The examples; the last one cannot be removed, as there would be nothing to be similar to. */
export function Examples({ like, onChange, papers }: ExampleProps & { papers: MarkedPaper[] }) {
  return (
    <Papers title={i18n.t('like.examples')} papers={papers}>
      {(id, title) =>
        like.examples.length > 1 && (
          <IconButton
            icon="close"
            label={i18n.t('like.remove', [title])}
            onClick={() => onChange({ examples: without(like.examples, id) })}
          />
        )
      }
    </Papers>
  );
}

/** The newest matches, each of which can become an example or a counterexample. */
export function NewestMatches({
  like,
  onChange,
  papers,
}: ExampleProps & { papers: MarkedPaper[] }) {
  return (
    <Papers title={i18n.t('topic.newest')} papers={papers}>
      {(id, title) => (
        <>
          <IconButton
            icon="check"
            label={i18n.t('like.likeLabel', [title])}
            title={i18n.t('like.like')}
            onClick={() => onChange({ examples: [...like.examples, id] })}
          />
          <IconButton
            icon="close"
            label={i18n.t('like.notLabel', [title])}
            title={i18n.t('like.not')}
            onClick={() => onChange({ not: [...like.not, id] })}
          />
        </>
      )}
    </Papers>
  );
}
