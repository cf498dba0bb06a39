import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconDots } from '@tabler/icons-react';
import type { ModeratedReply, ModeratorAct } from '../../api/shapes/comments.ts';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';
import type { View } from './filters.ts';

/** What can be decided of the reply that the keys stand on; on a phone, in reach of the thumb. */
export function ActButtons(props: {
  reply: ModeratedReply;
  view: View;
  at: number;
  all: number;
  hasMore: boolean;
  onAct: (act: ModeratorAct) => void;
  onMove: (by: number) => void;
}) {
  const { reply, view, at, all, hasMore, onAct, onMove } = props;
  const words = useWords();
  const dates = useDates();
  const texts = words.replies;
  const isPublic = reply.state === 'approved';
  const flag = reply.flagged ? 'unflag' : 'flag';
  const good = isPublic ? texts.keep : reply.state === 'held' ? texts.acts.approve : texts.publish;
  const withApprove = !isPublic || view === 'reported' || view === 'flagged';
  const others: readonly ModeratorAct[] = ['trust', 'ban', flag];
  return (
    <div className="queue-acts">
      <div className="queue-acts__place">
        <span>
          {texts.place(dates.number(at + 1), `${dates.number(all)}${hasMore ? '+' : ''}`)}
        </span>
        <ActionIcon variant="subtle" aria-label={texts.previous} onClick={() => onMove(-1)}>
          <IconChevronUp size={20} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" aria-label={texts.next} onClick={() => onMove(1)}>
          <IconChevronDown size={20} aria-hidden />
        </ActionIcon>
      </div>
      <div className="queue-acts__main">
        {withApprove && (
          <Button variant="filled" onClick={() => onAct('approve')}>
            {good} <kbd>{texts.keys.approve}</kbd>
          </Button>
        )}
        {reply.state !== 'rejected' && (
          <Button onClick={() => onAct('reject')}>
            {texts.acts.reject} <kbd>{texts.keys.reject}</kbd>
          </Button>
        )}
        <Menu position="top-end">
          <Menu.Target>
            <ActionIcon
              className="queue-acts__more"
              variant="default"
              aria-label={texts.more}
              size="xl"
            >
              <IconDots size={22} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((act) => (
              <Menu.Item key={act} onClick={() => onAct(act)}>
                {texts.acts[act]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      <div className="queue-acts__others">
        {others.map((act) => (
          <Button key={act} size="xs" variant="subtle" onClick={() => onAct(act)}>
            {texts.acts[act]}{' '}
            <kbd>{texts.keys[act === 'unflag' ? 'flag' : (act as 'trust' | 'ban' | 'flag')]}</kbd>
          </Button>
        ))}
      </div>
    </div>
  );
}
