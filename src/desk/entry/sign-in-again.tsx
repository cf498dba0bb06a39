import { Modal } from '@mantine/core';
import { queryClient } from '../data/query-client.ts';
import { signedInAgain, useSignedOut } from '../data/signed-out.ts';
import { sessionQuery } from '../data/use-session.ts';
import { say } from '../parts/toast.tsx';
import { currentWords, useWords } from '../words/use-words.ts';
import { SignInForm } from './sign-in-form.tsx';
import { usePause } from './use-pause.ts';
import './entry-page.css';

/** The sign-in over the screen: what is being written stays where it is. */
export function SignInAgain() {
  const words = useWords();
  const isOpen = usePause(useSignedOut());
  const before = queryClient.getQueryData(sessionQuery.queryKey)?.user;
  const onDone = async (): Promise<void> => {
    const { user } = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    if (before !== undefined && user.id !== before.id) {
      // What stands on the screen is somebody else's work: it must not be sent in this name.
      say(currentWords().entry.otherPerson);
      location.assign('/desk');
      return;
    }
    signedInAgain();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={words.entry.again}
      zIndex={450}
    >
      <p className="entry__help">{words.entry.againHelp}</p>
      <SignInForm email={before?.email} onDone={onDone} />
    </Modal>
  );
}
