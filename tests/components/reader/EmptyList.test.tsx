// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { status } from '../fakes.ts';
import { list, setUpReader, showReader } from './show-reader.tsx';

setUpReader();

describe('an empty list', () => {
  const none = { ...list, groups: [], first: [] };

  it('says that nothing is loaded yet', async () => {
    const empty = { ...status, papers: 0 };
    showReader({ digestList: async () => ({ ...none, status: empty }) });
    await screen.findByText('No Daily Papers on this device yet. They appear here as they load.');
  });

  it('offers to clear the filters', async () => {
    history.replaceState(null, '', '/reader.html#q=nothing&by=week');
    showReader({ digestList: async ({ query }) => (query ? none : list) });
    fireEvent.click(await screen.findByRole('button', { name: 'Clear filters' }));
    await screen.findByText('Learning in', { exact: false });
    expect(location.hash).toBe('#by=week');
    expect(screen.getByRole('searchbox')).toHaveProperty('value', '');
  });

  it('offers to follow a topic', async () => {
    history.replaceState(null, '', '/reader.html#by=topic');
    showReader({ digestList: async () => ({ ...none, follows: false }) });
    expect(await screen.findByText('You don’t follow any topics yet.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Follow…' })).toBeTruthy();
  });

  it('says that no topic has a paper', async () => {
    history.replaceState(null, '', '/reader.html#by=topic');
    showReader({ digestList: async () => none });
    await screen.findByText('No paper here matches your topics.');
    expect(screen.queryByText('You don’t follow any topics yet.')).toBeNull();
  });
});
