import { defineContentScript } from 'wxt/utils/define-content-script';
import styles from '../../components/listing/mark.css?inline';
import { markAction, markFollow, markWords } from '../../components/listing/mark-words.ts';
import { markListing } from '../../lib/browser/page/mark-listing.ts';

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
