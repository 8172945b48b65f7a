import { defineContentScript } from 'wxt/utils/define-content-script';
import styles from '../../components/listing/label.css?inline';
import { labelAction, labelFollow, labelText } from '../../components/listing/label-text.ts';
import { labelListing } from '../../lib/content/label-listing.ts';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main(context) {
    labelListing(context, {
      text: { of: labelText, action: labelAction, follow: labelFollow() },
      styles,
    });
  },
});
