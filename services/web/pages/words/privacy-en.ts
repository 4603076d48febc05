/** What is not shown, and what is kept, in English. */
import type { PrivacyWords } from './privacy.ts'

const persons = (k: number): string => (k === 1 ? '1 person' : `${k} persons`)

export const PRIVACY_EN: PrivacyWords = {
  overview: {
    title: 'What is not shown',
    lead: 'Of each published month: how many groups there are, and of how many of them we show nothing, to protect people. Here are only numbers of groups, no figures.',
    howTitle: 'How to read this',
    how: [
      'A month is divided into groups: by site, by network, by device, and so on. One group in one division is called a cell here. A group of few people, or one that is nearly all about one person, is not shown.',
      'Before a month is published, the product computes whether somebody could derive a hidden cell from the others. If so, part of those others is left out as well. Everything that was done for a month stands in the protocol of that month.',
    ],
    noTenants: 'There are no customers yet.',
    noMonths: 'No month is published yet.',
    columns: {
      month: 'month',
      state: 'state',
      sealed: 'settled on',
      k: 'smallest group',
      people: 'figures about people',
      cells: 'cells',
      shown: 'shown',
      withheld: 'not shown',
      share: 'share shown',
    },
    people: { yes: 'yes', no: 'no, too few people' },
    register: 'What we keep, why and for how long',
    months: (tenant) => `Published months of ${tenant}`,
    roomsSays: 'Each shared room counts as well, once: it is in every table about rooms, or in none.',
  },

  protocol: {
    title: (month) => `What is not shown of ${month}`,
    lead: 'The protocol of the publication: how many cells each division has, how many are shown, and by which rule the others are not. No figures, and never which cell it is.',
    facts: {
      sealed: 'Settled',
      revision: 'Revision',
      k: 'Smallest group',
      profile: 'Quality profile',
      cells: 'Cells',
      people: 'People',
    },
    persons,
    cells: ({ cells, shown, withheld }) => `${cells}, of which ${shown} shown and ${withheld} not`,
    peopleSafe: 'figures about groups of people are shown',
    peopleNot: (k) =>
      `nothing is shown about people, because there are fewer than ${k}, or one person makes up most of it`,
    byCut: 'By division',
    byCutSays: 'A cell is a group of which there was something to count in this month. Empty cells are left out.',
    columns: { cut: 'division', cells: 'cells', shown: 'shown', withheld: 'not shown', why: 'because of' },
    people: 'People',
    rooms: 'Shared rooms',
    roomsSays: 'Each room counts once: it is in every table about rooms, or in none.',
    times: (rule, cells) => `${rule}: ${cells}`,
    all: 'every group is shown',
    none: 'There is no cell of this month.',
    rules: 'The rules, and how they protect people',
    rulesSays:
      'The rules are the same for every month and every customer. Nobody can switch them off for one cell, not even we.',
    occurs: (count, cells) => `in this month for ${cells} ${count === 1 ? 'cell' : 'cells'}`,
    occursNot: 'not needed in this month',
    rule: {
      persons: {
        short: 'too few persons',
        says: (k) => `A cell of fewer than ${persons(k)} is not shown.`,
        why: (k) =>
          `Whoever knows the colleagues can guess of a small group whom a figure is about. From ${persons(k)} on, a figure says something about the group and not about who is in it.`,
      },
      dominance: {
        short: 'mostly one person',
        says: () => 'A cell of which one person has more than half of the connections or of the time is not shown.',
        why: () =>
          'Such a figure is really about that one person, also where the group is large: whoever meets a lot would become visible.',
      },
      folded: {
        short: 'among “other”',
        says: () => 'A value with too small a group gets no name of its own, but counts among “other”.',
        why: () =>
          'So totals stay right, while a site or device with few people is named nowhere. That holds in every division at once, so that nobody can subtract one figure from another.',
      },
      one_value: {
        short: 'only one value left',
        says: () => 'A division of which only one value is left is not published.',
        why: () => 'Beside the total, that one value would show exactly how large the hidden rest is.',
      },
      class_taken: {
        short: 'without size',
        says: () => 'The cell is shown, but without saying how large it is.',
        why: () =>
          'From the sizes of all cells that are shown and the total, the size of a hidden cell could be computed. Without this size it cannot.',
      },
      cut_classes_taken: {
        short: 'whole division without sizes',
        says: () => 'The cells of the division are shown, but none with its size.',
        why: () => 'Leaving out single sizes was not enough: a hidden cell could still be computed.',
      },
      cut_taken: {
        short: 'whole division left out',
        says: () => 'The division is not published.',
        why: () =>
          'Even without sizes a hidden cell could be computed from what other divisions show. Saying nothing is then the only safe way.',
      },
      kept: {
        short: 'earlier figure kept',
        says: (k) =>
          `The month was published again, but what changed in this cell came from fewer than ${persons(k)}, or mostly from one. It keeps its earlier figures. Where that is so of its failures or of its quality alone, it keeps those.`,
        why: () =>
          'Whoever lays two revisions side by side could otherwise read from the difference what was added about those few people, for example whose calls failed.',
      },
      room_not_visible: {
        short: 'room not shown',
        says: () =>
          'A shared room is shown only when it was used often enough, on enough days, and, where people are counted, by enough different people.',
        why: () =>
          'A room that hardly anybody uses is really somebody’s workplace. A figure about the room would then be about that person.',
      },
      tenant: {
        short: 'organisation too small',
        says: (k) =>
          `In the whole organisation fewer than ${persons(k)} met, or mostly one person did. Nothing is shown about people, only about shared rooms and about how complete the data are.`,
        why: () => 'Where even the total is about too few people, so is every figure below it.',
      },
    },
  },

  register: {
    title: 'What we keep',
    lead: 'Of whoever meets we usually keep for 90 days: a code in place of a name, when and how long somebody was connected, the site, the kind of device and the quality. After that only figures about groups are left. Below stands everything that is stored anywhere: what it is, how it came to be, what it is for, on which ground, and when it goes. A test compares this list with the databases themselves at each change; what does not stand here cannot be stored. The periods are the usual ones; a contract may agree on others, never on none.',
    contents: 'Contents',
    never: 'What we do not keep',
    neverSays: [
      'What people say, show or write never arrives. Names, mail addresses, telephone numbers and network addresses of who meets are transformed or left out on arrival and stored nowhere.',
      'Whoever meets has only a pseudonym, and another one each month: nobody can tell from pseudonyms which of two months are of the same person. Once the key of a month is destroyed, not even somebody who knows the person’s address can.',
    ],
    classes: 'What a field can say about somebody',
    className: {
      direct: 'identifies somebody',
      pseudonym: 'pseudonym',
      quasi: 'may point to somebody',
      none: 'says nothing about anybody',
    },
    classSays: {
      direct:
        'Identifies somebody by itself, like the mail address of an account. Such fields stand in the control store only, never with data about meetings.',
      pseudonym:
        'The same person or group has the same value while one key lives. Without the key nobody can turn it back.',
      quasi: 'Says something about a connection or meeting and might, with other knowledge, point to somebody.',
      none: 'A setting, a number, or a word of a fixed list, from which nobody can be told.',
    },
    counts: ({ fields, tables }) => `${fields} fields in ${tables} lists.`,
    chapters: {
      received: 'What platforms send',
      counted: 'What is counted of it for each connection',
      summed: 'What is added up over groups',
      published: 'What is published',
      customers: 'What customers declare',
      promises: 'Keys, requests and oversight',
      accounts: 'Who uses the product',
      workings: 'The workings themselves',
    },
    tables: {
      observations: {
        name: 'Observations',
        says: 'What a platform’s record says of one connection or meeting, without names and addresses.',
      },
      intake: {
        name: 'Deliveries',
        says: 'How many records of a delivery were accepted, refused or left out. Numbers only.',
      },
      refused: {
        name: 'Refused records',
        says: 'Why a record was refused, and where in the delivery it stood. Not what was in it.',
      },
      call_legs: {
        name: 'Connections',
        says: 'One row for each connection of a person or room to a meeting, merged from observations.',
      },
      graded_legs: {
        name: 'Graded connections',
        says: 'The same connections, sorted into groups and graded. Computed where it is needed and not stored.',
      },
      leg_health: {
        name: 'Health of sources',
        says: 'How often something is wrong with the records of a source, by hour.',
      },
      arrival_health: { name: 'Late records', says: 'How many records of a source came too late, by hour.' },
      cube_day: {
        name: 'Daily totals',
        says: 'By day and group: how many connections, people and meetings, and how it went.',
      },
      cube_month: { name: 'Monthly totals', says: 'The same by month. What is published is made of it.' },
      strata: {
        name: 'Groups that can be compared',
        says: 'Totals by site, platform, network and kind of device, so that like is compared with like.',
      },
      strata_models: {
        name: 'Devices that can be compared',
        says: 'The same by model and version of apps and devices.',
      },
      concurrency: {
        name: 'In use at the same time',
        says: 'How many connections or rooms were in use at one moment at most, by hour.',
      },
      published: { name: 'Published monthly figures', says: 'Exactly what stands in reports, on pages and in files.' },
      published_days: {
        name: 'Published daily figures',
        says: 'What is said of a day: how complete the data are, and the shares of large groups.',
      },
      sealed_legs: {
        name: 'What was counted in a publication',
        says: 'How each connection was counted, to see by how many people a figure changes in a new revision.',
      },
      periods: { name: 'Months', says: 'How far each month of a customer is.' },
      publications: { name: 'Publications', says: 'With what, when and by which rules a month was published.' },
      findings: { name: 'Findings', says: 'The advice of a month, with its evidence and its state.' },
      finding_changes: { name: 'Follow-up of findings', says: 'Steps and notes about advice.' },
      tenants: { name: 'Customers', says: 'The organisations and what was agreed with them.' },
      sites: { name: 'Sites', says: 'The sites of a customer, with the networks by which they are recognised.' },
      rooms: { name: 'Shared rooms', says: 'The rooms that a customer declared as shared.' },
      sources: { name: 'Sources', says: 'The platforms that deliver records, and what was agreed about it.' },
      keys: { name: 'Keys', says: 'The keys by which pseudonyms are made, stored encrypted; a new one each month.' },
      ledger: {
        name: 'Erased or objecting',
        says: 'By what the product recognises somebody who was erased or objects, without knowing who it is.',
      },
      audit: {
        name: 'Audit log',
        says: 'Who of us or of a customer read or changed something, and when. Rows can only be added.',
      },
      accounts: { name: 'Accounts', says: 'The persons who use the product, and in which role. Not who meets.' },
      account_tenants: {
        name: 'Assignment of customers',
        says: 'Which account may read the figures of which customer.',
      },
      invitations: { name: 'Links', says: 'Links by which somebody chooses a password once.' },
      sessions: { name: 'Sessions', says: 'In which browsers somebody is signed in now.' },
      api_tokens: { name: 'Tokens', says: 'Access for programs of an account.' },
      revision: { name: 'Running number', says: 'Whether a setting has changed.' },
      watermarks: { name: 'Progress', says: 'How far each step of processing is.' },
      swap_intents: {
        name: 'Swaps under way',
        says: 'Which day is about to be replaced, so that an interruption loses nothing.',
      },
      schema_migrations: { name: 'Versions of the data store', says: 'Which changes of its form were carried out.' },
      migrations: { name: 'Versions of the control store', says: 'Which changes of its form were carried out.' },
    },
    fields: (count) => (count === '1' ? 'The field' : `The ${count} fields`),
    columns: { field: 'field', class: 'kind', treatment: 'how it came to be', purpose: 'what for' },
    basis: 'Legal basis',
    retention: 'Kept',
    bases: {
      contract: 'performance of the contract',
      legal_obligation: 'legal obligation',
      legitimate_interest: 'legitimate interest',
      consent: 'consent',
    },
    store: 'Where',
    stores: { clickhouse: 'data store', control: 'control store' },
    differs: (fields, says) => `${fields}: ${says}`,
    rules: 'What is looked for',
    rulesSays:
      'The product looks only for what stands below. Each rule is about groups that may be published, never about a person.',
    rule: { needs: 'Needs', on: 'Applied where', fires: 'Leads to a finding when', version: 'version' },
    healthRules: 'About the data themselves',
    otherRules: 'About meetings and rooms',
  },
}
