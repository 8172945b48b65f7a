import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { listingKindOf } from '../../lib/page/page-kind.ts';
import type { Detection, PagePaper } from '../../lib/paper/paper.ts';
import { plainText } from '../../lib/text/plain-text.ts';
import { RelatedBody } from '../related/RelatedBody.tsx';
import { RelatedMenu } from '../related/RelatedMenu.tsx';
import { paperKey, useRelated } from '../related/use-related.ts';
import { Evidence } from '../shared/Evidence.tsx';
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

/** The paper in front, its related papers and its topics. */
function PageRelated({ paper, evidence, isPrivate }: RelatedProps) {
  const related = useRelated(paper, true, isPrivate);
  const [showsEvidence, setShowsEvidence] = useState(false);
  const title = related.answer.value?.self?.paper.title ?? paper.title ?? paper.arxivId;
  return (
    <>
      <div class="bar">
        <h2 class="page-title" dir="auto">
          {plainText(title ?? '') || i18n.t('paper.untitled')}
        </h2>
        <RelatedMenu related={related} onWhy={() => setShowsEvidence(true)} />
      </div>
      <RelatedBody related={related} showsStatus={false}>
        {showsEvidence && (
          <Evidence
            detection={{ kind: 'paper', site: paper.site, evidence }}
            title={i18n.t('evidence.why')}
            onClose={() => setShowsEvidence(false)}
          />
        )}
      </RelatedBody>
      <div class="inset">
        <TopicReasonsLines of={{ paper }} />
      </div>
    </>
  );
}

/** The page is not about a paper; the evidence is one click away. */
function NoPaper({ detection }: { detection: Detection | null }) {
  const [showsEvidence, setShowsEvidence] = useState(false);
  const listing = detection?.kind === 'listing' ? listingKindOf(detection.site) : null;
  return (
    <div class="state soft">
      <p>{i18n.t(listing ? 'page.listing' : 'page.none')}</p>
      {listing && <HideListing pageKind={listing} />}
      {detection && !showsEvidence && (
        <button type="button" class="link-button" onClick={() => setShowsEvidence(true)}>
          {i18n.t('evidence.whyNot')}
        </button>
      )}
      {detection && showsEvidence && (
        <Evidence
          detection={detection}
          title={i18n.t('evidence.whyNot')}
          level={2}
          onClose={() => setShowsEvidence(false)}
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
  /** Makes the browser ask whether Kindred may always read this site. */
  onAskForSite?: (() => Promise<void>) | undefined;
  /** The browser's own menu of the icon grants a site permanently. */
  siteInIconMenu?: boolean;
}

/** Why there are no related papers, and what can be done about it. */
function WithoutPaper({ tabPaper, page, ...props }: OnThisPageProps) {
  const key = page?.key ?? '';
  return (
    <>
      {!page?.possiblePdf && !page?.isAddressHidden && <NoPaper key={key} detection={tabPaper} />}
      {page?.isAddressHidden && (
        <HiddenUrl
          key={key}
          shortcut={props.shortcut ?? null}
          onAskForSite={props.onAskForSite}
          siteInIconMenu={props.siteInIconMenu}
        />
      )}
      {page?.areFilesHidden && (
        <div class="state soft">
          <p>{i18n.t('page.files')}</p>
          <button type="button" class="link-button" onClick={props.onFileSwitch}>
            {i18n.t('page.filesOpen')}
          </button>
        </div>
      )}
    </>
  );
}

/** The page in front: related papers, or why there are none; and access to its site. */
export function OnThisPage(props: OnThisPageProps) {
  const { page, tabPaper, isPrivate = false } = props;
  const key = page?.key ?? '';
  const [confirmed, setConfirmed] = useState<{ key: string; paper: PagePaper } | null>(null);
  const confirmedHere = confirmed?.key === key ? confirmed.paper : null;
  const paper = tabPaper?.kind === 'paper' ? tabPaper.paper : confirmedHere;
  return (
    <>
      {paper && (
        <PageRelated
          key={paperKey(paper)}
          paper={paper}
          evidence={tabPaper?.evidence ?? []}
          isPrivate={isPrivate}
        />
      )}
      {!paper && page?.possiblePdf && (
        <OfferedPdf
          paper={page.possiblePdf}
          onConfirm={(chosen) => setConfirmed({ key, paper: chosen })}
        />
      )}
      {!paper && <WithoutPaper {...props} />}
      <SiteOffer key={`${page?.siteGroup?.host} ${page?.isGranted}`} {...props} />
    </>
  );
}
