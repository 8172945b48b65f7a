import { defineContentScript } from 'wxt/utils/define-content-script';
import styles from '../../components/listing/label.css?inline';
import { markAction, markFollow, markWords } from '../../components/listing/label-text.ts';
import { markListing } from '../../lib/content/label-listing.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main(context) {
    markListing(context, {
      words: { of: markWords, action: markAction, follow: markFollow() },
      styles,
    });
  },
});
