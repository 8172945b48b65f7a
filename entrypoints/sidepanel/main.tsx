import { render } from 'preact';
import { DigestView } from '../../components/popup/DigestView.tsx';
import '../../components/popup/popup.css';
import { background } from '../../lib/browser/background.ts';
import { currentPaper } from '../../lib/browser/current-tab.ts';
import { openLink, openOptions } from '../../lib/browser/open-link.ts';
import { watchTab } from '../../lib/browser/watch-tab.ts';

const root = document.getElementById('root') as HTMLElement;
let turn = 0;

async function follow() {
  const mine = ++turn;
  const tabPaper = await currentPaper().catch(() => null);
  if (mine !== turn) return;
  render(
    <DigestView
      background={background}
      layout="side"
      open={openLink}
      tabPaper={tabPaper}
      remembered={null}
      onRemember={() => undefined}
      pinHint={false}
      onPinHintDone={() => undefined}
      onOptions={() => void openOptions()}
    />,
    root,
  );
}

watchTab(() => void follow());
void follow();
