/** Asked of the detector in a tab by popup and side panel; answered with its verdict. */
export const getDetectionMessage = { kindredPage: 'detection' } as const;

export function isGetDetectionMessage(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'kindredPage' in message &&
    message.kindredPage === getDetectionMessage.kindredPage
  );
}
