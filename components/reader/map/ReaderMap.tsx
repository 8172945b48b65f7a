import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { DigestMap, MapCenter } from '../../../lib/answers/reader/reader-answers.ts';
import type { PaperId } from '../../../lib/paper/paper.ts';
import { plainText } from '../../../lib/text/plain-text.ts';
import { useAppContext } from '../../app-context.ts';
import { PaperLink } from '../../paper/PaperLink.tsx';
import { abstractUrl } from '../../paper/paper-urls.ts';
import { NothingClose } from '../../related/NothingClose.tsx';
import { AsyncContent } from '../../shared/AsyncContent.tsx';
import { useAnswer } from '../../use-answer.ts';
import { MapChoice } from './MapChoice.tsx';
import { PaperMap } from './PaperMap.tsx';

interface Props {
  /** The paper in the middle; null where none is chosen. */
  of: PaperId | null;
  onOf: (of: PaperId) => void;
  letterKeys: boolean;
  onKeys: () => void;
}

/** The skeleton appears only after this time, so that a quick answer does not flash it. */
const skeletonDelayMs = 300;

/** The layout and its library, d3-force, are loaded with the first map. */
const loadLayout = () => import('./map-layout.ts');

function Center({ center }: { center: MapCenter }) {
  const url = abstractUrl(center);
  const title = plainText(center.title) || center.arxivId || i18n.t('paper.untitled');
  return <h2>{url ? <PaperLink href={url}>{title}</PaperLink> : title}</h2>;
}

/** Why there is no map, and a search for another paper. */
function NoMap({ map: { outcome, status }, onOf }: { map: DigestMap; onOf: Props['onOf'] }) {
  return (
    <>
      <div class="state">
        {'center' in outcome && <Center center={outcome.center} />}
        {outcome.state === 'nothing-close' && (
          <NothingClose status={status} filtered={null} onShowAll={() => undefined} />
        )}
        {outcome.state === 'no-text' && <p>{i18n.t('map.noText')}</p>}
        {outcome.state === 'unknown' && <p>{i18n.t('map.unknown')}</p>}
      </div>
      <MapChoice onOf={onOf} />
    </>
  );
}

/** Says that close papers may be missing while papers load, with a button that fetches the map again. */
function StillLoading({ onRetry }: { onRetry: () => void }) {
  return (
    <p class="line soft">
      {i18n.t('map.loading')}{' '}
      <button type="button" class="link-button" onClick={onRetry}>
        {i18n.t('related.retry')}
      </button>
    </p>
  );
}

/** The map around one paper, in all its states. */
function MapOf({ of, onOf, letterKeys, onKeys }: Props & { of: PaperId }) {
  const { background } = useAppContext();
  const [answer, refetch] = useAnswer(async () => {
    const [map, { layoutMap }] = await Promise.all([background.digestMap({ of }), loadLayout()]);
    return { map, layoutMap };
  }, of);
  const loading = answer.value?.map.status.loading?.state === 'running';
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), skeletonDelayMs);
    return () => clearTimeout(timer);
  }, []);
  const root = useRef<HTMLDivElement>(null);
  const drawn = useRef<PaperId | null>(null);
  const takesFocus = useRef(false);
  const outcome = answer.value?.map.outcome;
  const center = outcome && 'center' in outcome ? outcome.center.id : null;
  if (center !== null && center !== drawn.current) {
    // The element that has the focus is removed with the previous map.
    takesFocus.current =
      drawn.current !== null && root.current?.contains(document.activeElement) === true;
    drawn.current = center;
  }
  if (!answer.value && !answer.failure && !isLate) return null;
  return (
    <div ref={root} aria-busy={answer.state === 'waiting'}>
      <AsyncContent
        answer={answer}
        waitingWords={i18n.t('map.waiting')}
        failedWords={i18n.t('map.failed')}
        onRetry={refetch}
      >
        {({ map, layoutMap }) => (
          <>
            {loading && <StillLoading onRetry={refetch} />}
            {map.outcome.state === 'map' ? (
              <PaperMap
                key={map.outcome.center.id}
                map={map.outcome}
                layoutMap={layoutMap}
                takesFocus={takesFocus.current}
                onOf={onOf}
                letterKeys={letterKeys}
                onKeys={onKeys}
              />
            ) : (
              <NoMap map={map} onOf={onOf} />
            )}
          </>
        )}
      </AsyncContent>
    </div>
  );
}

/** The thirty papers nearest to one, as a picture and in words; a search for that one first. */
export function ReaderMap({ of, ...props }: Props) {
  if (of === null) return <MapChoice onOf={props.onOf} explains />;
  return <MapOf of={of} {...props} />;
}
