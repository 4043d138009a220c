import type { RuleId } from './rule-ids.js';

/** What a draft must hold for a rule to be met, beside the sections of the required elements. */
export interface DraftParts {
  /** Keys of the front matter in the kinds the rule checks; of a kind that cannot carry a key it is left out. */
  readonly keys?: readonly string[];
  /** Keys that the rule reads in the policy behind the document it checks. */
  readonly policyKeys?: readonly string[];
  /** Keys whose content a plan gives in sections of its own. */
  readonly sections?: readonly string[];
}

/** By rule; rules that look at a text as it stands are not named. */
export const DRAFT_PARTS: Readonly<Partial<Record<RuleId, DraftParts>>> = {
  'meta/doc-number': { keys: ['number'] },
  'element/legality': { keys: ['public-interest'], policyKeys: ['public-interest'] },
  'element/old-new-differences': { policyKeys: ['revises'] },
  'link/policy-link': { keys: ['policy'], policyKeys: ['interpretations'] },
  'link/interpretation-link': { keys: ['policy', 'interpretations'] },
  'link/no-orphan-policy': { keys: ['category', 'disclosure', 'interpretations'] },
  'process/drafter-interprets': { keys: ['policy', 'author'], policyKeys: ['drafter'] },
  'process/publish-together': {
    keys: ['policy', 'drafted', 'published', 'channels'],
    policyKeys: ['issued', 'published', 'channels'],
  },
  'process/sign-off': { keys: ['sign-offs'] },
  'process/joint-release': { keys: ['policy', 'releasers'], policyKeys: ['category', 'drafter'] },
  'process/briefing-approval': { keys: ['held', 'urgent', 'approval'] },
  'process/approved-text': { keys: ['approval'] },
  'process/explanation-meeting': {
    keys: ['policy', 'explanation-meeting', 'held', 'filed'],
    policyKeys: ['published', 'explanation-meeting'],
  },
  'process/spokesperson': { keys: ['policy', 'spokesperson'], policyKeys: ['drafter'] },
  'process/consultation-feedback': { keys: ['published', 'consultation'] },
  'process/reporting-deadline': { keys: ['drafted', 'urgent', 'reported'] },
  'process/secrecy-review': { keys: ['secrecy-review'] },
  'process/forms': { keys: ['form', 'channels'] },
  'plan/meeting-items': { keys: ['policy'], sections: ['topic', 'time', 'place', 'participants', 'format'] },
  'plan/interpretation-items': { keys: ['policy'], sections: ['focus', 'timing', 'form', 'channels', 'other'] },
};
