import { type MailContent } from '../account/password-mail.js';

/** That a draft of the strategy waits for somebody to adopt it. */
export interface ProposalMail {
  readonly name: string;
  /** Who proposes it. */
  readonly by: string;
  /** What the draft is called. */
  readonly draft: string;
  /** Where it stands. */
  readonly address: string;
}

/** What those are told who may adopt a draft that somebody else proposed. */
export function proposalMail({ name, by, draft, address }: ProposalMail): MailContent {
  return {
    subject: `${by} föreslår att strategin antas`,
    text: `Hej ${name}!

${by} föreslår att utkastet ”${draft}” antas som strategi. Du kan anta det, när beslutet är fattat: ${address}

Den som föreslog det kan inte själv anta det.

--
Hello ${name}!

${by} proposes that the draft “${draft}” is adopted as the strategy. You can adopt it once it is decided, by the link above. Whoever proposed it
cannot adopt it.
`,
  };
}
