import type { ComponentChildren } from 'preact';
import type { JsonMember, JsonNode } from '../../../src/index.ts';
import { t } from '../i18n.ts';
import { Exact } from './Exact.tsx';

interface Props {
  node: JsonNode;
  /** What to say under a member's value, such as a date. Only asked for the outermost members. */
  annotate?: (member: JsonMember) => ComponentChildren;
}

/** A JSON value as it was written: order, digits, escapes and duplicate names are kept. Text nodes only. */
export function JsonView({ node, annotate }: Props) {
  if (node.type !== 'object') return <div class="json"><Value node={node} /></div>;
  return (
    <dl class="json claims">
      {node.members.map((member, index) => (
        <div key={index} class="claim">
          <dt>
            <Exact text={member.name} />
            {member.duplicate && <span class="flag">{t('duplicateName')}</span>}
          </dt>
          <dd>
            <Value node={member.value} />
            {annotate?.(member)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ node }: { node: JsonNode }) {
  switch (node.type) {
    case 'object':
      return <Members members={node.members} />;
    case 'array':
      return <Items items={node.items} />;
    case 'string':
      return (
        <span class="string">
          "<Exact text={node.source.slice(1, -1)} />"
        </span>
      );
    case 'number':
    case 'boolean':
    case 'null':
      return <span class={node.type}>{node.source}</span>;
    default:
      return node satisfies never;
  }
}

function Members({ members }: { members: readonly JsonMember[] }) {
  if (members.length === 0) return <span class="mark">{'{}'}</span>;
  return (
    <ul class="nested">
      {members.map(({ name, value, duplicate }, index) => (
        <li key={index}>
          <Exact text={name} class="name" />
          {duplicate && <span class="flag">{t('duplicateName')}</span>}
          <span class="mark">: </span>
          <Value node={value} />
        </li>
      ))}
    </ul>
  );
}

function Items({ items }: { items: readonly JsonNode[] }) {
  if (items.length === 0) return <span class="mark">[]</span>;
  return (
    <ol class="nested" start={0}>
      {items.map((item, index) => (
        <li key={index}>
          <Value node={item} />
        </li>
      ))}
    </ol>
  );
}
