import { i18n } from '#i18n';
import type { StoredSizes } from '../../lib/answers/user-data/stored-sizes.ts';
import { formatBytes, formatNumber } from '../format.ts';
import { AsyncContent } from '../shared/AsyncContent.tsx';
import { formatSource } from '../shared/format-source.ts';
import type { AnswerState } from '../use-answer.ts';
import { OptionsSection } from './OptionsSection.tsx';

function SizeTable({ sources, papers, indexBytes, userDataBytes }: StoredSizes) {
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
              <th scope="row">{formatSource(source)}</th>
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

interface Props {
  sizes: AnswerState<StoredSizes>;
  onRetry: () => void;
}

/** Papers and bytes by source, and how long papers stay. */
export function StorageSection({ sizes, onRetry }: Props) {
  return (
    <OptionsSection title={i18n.t('storage.title')}>
      <AsyncContent
        answer={sizes}
        waitingWords={i18n.t('waiting')}
        failedWords={i18n.t('storage.failed')}
        onRetry={onRetry}
      >
        {(value) => <SizeTable {...value} />}
      </AsyncContent>
    </OptionsSection>
  );
}
