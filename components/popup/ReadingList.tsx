import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { saveFile } from '../options/save-file.ts';
import { PaperList } from '../paper/PaperList.tsx';
import { Asked } from '../parts/Asked.tsx';
import { useSurroundings } from '../surroundings.ts';
import { failureOf, useAnswer } from '../use-answer.ts';

const formats = ['bibtex', 'ris', 'json'] as const;

/** The papers the reader saved, and the list as a file. */
export function ReadingList() {
  const { background } = useSurroundings();
  const [answer, again] = useAnswer(() => background.readingList({}), '');
  const [problem, setProblem] = useState<string | null>(null);
  const hand = (format: (typeof formats)[number]) =>
    background.exportReadingList({ format }).then(saveFile, (error: unknown) => {
      setProblem(failureOf(error).message);
    });
  return (
    <Asked
      answer={answer}
      waitingWords={i18n.t('waiting')}
      failedWords={i18n.t('reading.failed')}
      onRetry={again}
    >
      {(papers) =>
        papers.length === 0 ? (
          <p class="state soft">{i18n.t('reading.none')}</p>
        ) : (
          <>
            <p class="inset dotted line">
              <span>{i18n.t('reading.export')}</span>
              {formats.map((format) => (
                <button type="button" class="link-button" key={format} onClick={() => hand(format)}>
                  {i18n.t(`reading.${format}`)}
                </button>
              ))}
            </p>
            {problem && <p class="line problem inset">{problem}</p>}
            <PaperList label={i18n.t('tabs.saved')} lines={papers} />
          </>
        )
      }
    </Asked>
  );
}
