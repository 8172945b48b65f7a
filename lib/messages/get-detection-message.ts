/** Asked of the detector in a tab by popup and side panel; answered with its verdict. */
export const detectionQuestion = { kindredPage: 'detection' } as const;

export function isDetectionQuestion(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'kindredPage' in message &&
    message.kindredPage === detectionQuestion.kindredPage
  );
}
