import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { listingKindOf } from '../../lib/page/page-kind.ts';
import type { Detection, PagePaper } from '../../lib/paper/paper.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { Evidence } from '../related/Evidence.tsx';
import { RelatedBody } from '../related/RelatedBody.tsx';
import { RelatedMenu } from '../related/RelatedMenu.tsx';
import { paperKey, useRelated } from '../related/use-related.ts';
import { SiteOffer, type SiteOfferProps } from '../shared/SiteOffer.tsx';
import { TopicReasonsLines } from '../topic/TopicReasonsLines.tsx';
import { HiddenUrl } from './HiddenUrl.tsx';
import { HideListing } from './HideListing.tsx';
import { OfferedPdf } from './OfferedPdf.tsx';

interface RelatedProps {
  paper: PagePaper;
  evidence: string[];
  isPrivate: boolean;
}

function PageRelated({ paper, evidence, isPrivate }: RelatedProps) {
  const related = useRelated(paper, true, isPrivate);
  const [ignoring, setIgnoring] = useState(false);
  const [asking, setAsking] = useState(false);
  const self = related.answer.value?.self?.paper.title ?? paper.title ?? paper.arxivId;
  return (
    <>
      <div class="bar">
        <h2 class="page-title" dir="auto">
          {plainText(self ?? '') || i18n.t('paper.untitled')}
        </h2>
        <RelatedMenu
          related={related}
          onIgnoreTerm={() => setIgnoring(true)}
          onWhy={() => setAsking(true)}
          onNotThisPaper={related.refused ? undefined : () => related.refuse(true)}
        />
      </div>
      <RelatedBody
        related={related}
        ignoring={ignoring}
        notice={false}
        onIgnored={() => setIgnoring(false)}
      >
        {asking && (
          <Evidence
            detection={{ kind: 'paper', site: paper.site, evidence }}
            title={i18n.t('evidence.why')}
            onDone={() => setAsking(false)}
          />
        )}
      </RelatedBody>
      <div class="inset">
        <TopicReasonsLines of={{ paper }} />
      </div>
    </>
  );
}

/** Nothing to show, and on a click why. */
function NoPaper({ detection }: { detection: Detection | null }) {
  const [asking, setAsking] = useState(false);
  const listing = detection?.kind === 'listing' ? listingKindOf(detection.site) : null;
  return (
    <div class="state soft">
      <p>{i18n.t(listing ? 'page.listing' : 'page.none')}</p>
      {listing && <HideListing pageKind={listing} />}
      {detection && !asking && (
        <button type="button" class="link-button" onClick={() => setAsking(true)}>
          {i18n.t('evidence.whyNot')}
        </button>
      )}
      {detection && asking && (
        <Evidence
          detection={detection}
          title={i18n.t('evidence.whyNot')}
          level={2}
          onDone={() => setAsking(false)}
        />
      )}
    </div>
  );
}

export interface OnThisPageProps extends SiteOfferProps {
  tabPaper: Detection | null;
  isPrivate?: boolean;
  onFileSwitch?: () => void;
  /** The keys that open Kindred. */
  shortcut?: string | null;
  /** Has the browser ask whether Kindred may always read this site. */
  onAskForSite?: (() => Promise<void>) | undefined;
  /** The browser's own menu of the icon gives a site for good. */
  siteInIconMenu?: boolean;
}

/** What the active tab is about: related papers, or why there are none; and its site. */
export function OnThisPage({ tabPaper, isPrivate = false, ...props }: OnThisPageProps) {
  const { page } = props;
  const [taken, setTaken] = useState<{ on: string; paper: PagePaper } | null>(null);
  const here = page?.key ?? '';
  const takenHere = taken?.on === here ? taken.paper : null;
  const paper = tabPaper?.kind === 'paper' ? tabPaper.paper : takenHere;
  const evidence = tabPaper?.evidence ?? [];
  return (
    <>
      {paper && (
        <PageRelated
          key={paperKey(paper)}
          paper={paper}
          evidence={evidence}
          isPrivate={isPrivate}
        />
      )}
      {!paper && page?.possiblePdf && (
        <OfferedPdf
          paper={page.possiblePdf}
          onTake={(chosen) => setTaken({ on: here, paper: chosen })}
        />
      )}
      {!paper && !page?.possiblePdf && !page?.isAddressHidden && (
        <NoPaper key={here} detection={tabPaper} />
      )}
      {!paper && page?.isAddressHidden && (
        <HiddenUrl
          key={here}
          shortcut={props.shortcut ?? null}
          onAskForSite={props.onAskForSite}
          siteInIconMenu={props.siteInIconMenu}
        />
      )}
      {page?.areFilesHidden && !paper && (
        <div class="state soft">
          <p>{i18n.t('page.files')}</p>
          <button type="button" class="link-button" onClick={props.onFileSwitch}>
            {i18n.t('page.filesOpen')}
          </button>
        </div>
      )}
      <SiteOffer key={`${page?.siteGroup?.host} ${page?.isGranted}`} {...props} />
    </>
  );
}
