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

/** An answer that comes at once shows nothing in between. */
const momentMs = 300;

/** The library that lays out is fetched when the first map is drawn. */
const loadLayout = () => import('./map-layout.ts');

function Center({ center }: { center: MapCenter }) {
  const address = abstractUrl(center);
  const title = plainText(center.title) || center.arxivId || i18n.t('paper.untitled');
  return <h2>{address ? <PaperLink href={address}>{title}</PaperLink> : title}</h2>;
}

/** Why there is no map, and what can be done. */
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

/** The map around one paper, in every state it can be in. */
function MapOf({ of, onOf, letterKeys, onKeys }: Props & { of: PaperId }) {
  const { background } = useAppContext();
  const [answer, again] = useAnswer(async () => {
    const [map, { layoutMap }] = await Promise.all([background.digestMap({ of }), loadLayout()]);
    return { map, layoutMap };
  }, of);
  const loading = answer.value?.map.status.loading?.state === 'running';
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), momentMs);
    return () => clearTimeout(timer);
  }, []);
  const root = useRef<HTMLDivElement>(null);
  const drawn = useRef<PaperId | null>(null);
  const takesFocus = useRef(false);
  const outcome = answer.value?.map.outcome;
  const center = outcome && 'center' in outcome ? outcome.center.id : null;
  if (center !== null && center !== drawn.current) {
    // What had the focus goes away with the map before.
    takesFocus.current =
      drawn.current !== null && root.current?.contains(document.activeElement) === true;
    drawn.current = center;
  }
  if (!answer.value && !answer.failure && !late) return null;
  return (
    <div ref={root} aria-busy={answer.state === 'waiting'}>
      <AsyncContent
        answer={answer}
        waitingWords={i18n.t('map.waiting')}
        failedWords={i18n.t('map.failed')}
        onRetry={again}
      >
        {({ map, layoutMap }) => (
          <>
            {loading && (
              <p class="line soft">
                {i18n.t('map.loading')}{' '}
                <button type="button" class="link-button" onClick={again}>
                  {i18n.t('related.retry')}
                </button>
              </p>
            )}
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

/** The thirty papers nearest to one, as a picture and in words; first the choice of that one. */
export function ReaderMap({ of, ...props }: Props) {
  if (of === null) return <MapChoice onOf={props.onOf} explains />;
  return <MapOf of={of} {...props} />;
}
