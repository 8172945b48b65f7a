/** Popup and side panel send this to a tab; its detector answers with its detection. */
export const getDetectionMessage = { kindredPage: 'detection' } as const;

export function isGetDetectionMessage(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'kindredPage' in message &&
    message.kindredPage === getDetectionMessage.kindredPage
  );
}
