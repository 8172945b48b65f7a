import { i18n } from '#i18n';
import type { StoredSizes } from '../../lib/answers/user-data/stored-sizes.ts';
import { useAppContext } from '../app-context.ts';
import { formatBytes, formatNumber } from '../format.ts';
import { AsyncContent } from '../shared/AsyncContent.tsx';
import { useAnswer } from '../use-answer.ts';
import { OptionsSection } from './OptionsSection.tsx';

const names = {
  'daily-papers': 'storage.dailyPapers',
  arxiv: 'storage.arxiv',
  file: 'storage.file',
  starter: 'storage.starter',
} as const;

function Sizes({ sizes }: { sizes: StoredSizes }) {
  const { sources, papers, indexBytes, userDataBytes } = sizes;
  return (
    <>
      <p>{i18n.t('storage.papers', papers, [formatNumber(papers)])}</p>
      <table class="sizes">
        <thead>
          <tr>
            <th scope="col">{i18n.t('storage.source')}</th>
            <th scope="col">{i18n.t('storage.count')}</th>
            <th scope="col">{i18n.t('storage.size')}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ source, papers: count, bytes }) => (
            <tr key={source}>
              <th scope="row">{i18n.t(names[source])}</th>
              <td>{formatNumber(count)}</td>
              <td>{formatBytes(bytes)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{i18n.t('storage.index')}</th>
            <td />
            <td>{formatBytes(indexBytes)}</td>
          </tr>
          <tr>
            <th scope="row">{i18n.t('storage.userData')}</th>
            <td />
            <td>{formatBytes(userDataBytes)}</td>
          </tr>
        </tbody>
      </table>
      <p class="soft">{i18n.t('storage.several')}</p>
    </>
  );
}

/** Papers and bytes by source, and how long they stay. */
export function StorageSection() {
  const { background } = useAppContext();
  const [answer, again] = useAnswer(() => background.storedSizes({}), '');
  return (
    <OptionsSection title={i18n.t('storage.title')}>
      <AsyncContent
        answer={answer}
        waitingWords={i18n.t('waiting')}
        failedWords={i18n.t('storage.failed')}
        onRetry={again}
      >
        {(sizes) => <Sizes sizes={sizes} />}
      </AsyncContent>
    </OptionsSection>
  );
}
