import { render } from 'preact';
import { OptionsView } from '../../components/options/OptionsView.tsx';
import '../../components/options/options.css';
import { saveFile } from '../../components/options/save-file.ts';
import { background } from '../../lib/browser/background.ts';
import { siteAccess } from '../../lib/browser/site-access.ts';

const root = document.getElementById('root') as HTMLElement;
render(<OptionsView background={background} saveFile={saveFile} access={siteAccess} />, root);
