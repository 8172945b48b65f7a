import { useState } from 'preact/hooks';

/** Copies text; `copied` is null before, then whether the browser allowed it. */
export function useClipboard(): {
  copied: boolean | null;
  copy: (text: string) => void;
  reset: () => void;
} {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = (text: string) => {
    // Absent on pages that are not secure contexts.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject();
    written.then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return { copied, copy, reset: () => setCopied(null) };
}
