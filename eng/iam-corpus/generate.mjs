// Writes the corpus that MlopsBatch.Aws's policy evaluator is held against: generated requests with their policies, and how
// an evaluator that nobody of this project wrote (@cloud-copilot/iam-simulate) judges each. The same seed gives the same file.
//
//   cd eng/iam-corpus && npm install && node generate.mjs ../../tests/MlopsBatch.Aws.Tests/Iam/corpus.jsonl [cases] [seed] [stack.json…]
//
// stack.json: what `./mlops resources --json --stack STACK` prints; each statement of its roles becomes requests, too.
import { readFileSync, writeFileSync } from 'node:fs'
import { runSimulation } from '@cloud-copilot/iam-simulate'

const [out, count = '550', seed = '2026', ...stacks] = process.argv.slice(2)
const ours = '111122223333'
const other = '444455556666'

// Mulberry32: a small generator of its own, so that the corpus doesn't hang on the version of node.
let state = Number(seed)
const random = () => {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const pick = list => list[Math.floor(random() * list.length)]
const chance = odds => random() < odds
const some = (list, least, most) => {
  const rest = [...list]
  const taken = []
  for (let n = least + Math.floor(random() * (most - least + 1)); n > 0 && rest.length > 0; n--) {
    taken.push(rest.splice(Math.floor(random() * rest.length), 1)[0])
  }
  return taken
}

// What is asked for: the action, resources that fit it (with their owner) and patterns that may or may not match them.
const s3 = ['arn:aws:s3:::data/a/raw/x.csv', 'arn:aws:s3:::data/b/raw/x.csv', 'arn:aws:s3:::data/${aws:PrincipalTag/team}/x']
const key = account => `arn:aws:kms:eu-west-1:${account}:key/11111111-2222-3333-4444-555555555555`
const fields = [
  {
    actions: ['s3:GetObject', 's3:PutObject'],
    resources: s3.slice(0, 2),
    patterns: ['arn:aws:s3:::data/*', 'arn:aws:s3:::data/a/*', 'arn:aws:s3:::*/raw/x.csv', 'arn:aws:s3:::data/?/raw/*', ...s3],
    keys: [],
  },
  {
    actions: ['s3:ListBucket'],
    resources: ['arn:aws:s3:::data', 'arn:aws:s3:::logs'],
    patterns: ['arn:aws:s3:::data', 'arn:aws:s3:::*', 'arn:aws:s3:::d?ta', 'arn:aws:s3:::${aws:PrincipalTag/team}'],
    keys: [
      { key: 's3:prefix', values: ['a/raw', 'b/', 'a/*'], tests: ['StringLike', 'StringEquals', 'StringNotLike'] },
      { key: 's3:max-keys', values: ['10', '100', '1000'], tests: ['NumericLessThan', 'NumericEquals', 'NumericGreaterThanEquals', 'NumericNotEquals'] },
    ],
  },
  {
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [key(ours), key(other)],
    patterns: [key(ours), key(other), 'arn:aws:kms:eu-west-1:*:key/*', 'arn:aws:kms:*:*:key/*', 'arn:aws:kms:us-*:*:key/*'],
    keys: [
      { key: 'kms:ViaService', values: ['s3.eu-west-1.amazonaws.com', 'sns.eu-west-1.amazonaws.com'], tests: ['StringEquals', 'StringLike', 'StringNotEquals'] },
    ],
  },
  {
    actions: ['sns:Publish', 'SNS:publish'],
    resources: [`arn:aws:sns:eu-west-1:${ours}:operations`, `arn:aws:sns:eu-west-1:${other}:operations`],
    patterns: [`arn:aws:sns:eu-west-1:${ours}:operations`, 'arn:aws:sns:*:*:operations', `arn:aws:sns:eu-west-1:${other}:*`],
    keys: [],
  },
  {
    actions: ['events:PutEvents'],
    resources: [`arn:aws:events:eu-west-1:${ours}:event-bus/violations`, `arn:aws:events:eu-west-1:${other}:event-bus/default`],
    patterns: [`arn:aws:events:eu-west-1:${ours}:event-bus/violations`, 'arn:aws:events:*:*:event-bus/*'],
    keys: [
      { key: 'events:source', values: ['aws.sagemaker', 'own'], tests: ['StringEquals', 'StringLike'], list: true },
      { key: 'events:detail-type', values: ['A', 'B', 'C'], tests: ['StringEquals', 'StringNotEquals'], list: true },
    ],
  },
  {
    actions: ['iam:PassRole'],
    resources: [`arn:aws:iam::${ours}:role/jobs`, `arn:aws:iam::${ours}:role/ci`],
    patterns: [`arn:aws:iam::${ours}:role/jobs`, `arn:aws:iam::${ours}:role/*`, 'arn:aws:iam::*:role/j*'],
    keys: [{ key: 'iam:PassedToService', values: ['sagemaker.amazonaws.com', 'lambda.amazonaws.com'], tests: ['StringEquals', 'StringLike'] }],
  },
  {
    actions: ['sagemaker:UpdateModelPackage'],
    resources: [`arn:aws:sagemaker:eu-west-1:${ours}:model-package/g/1`, `arn:aws:sagemaker:eu-west-1:${ours}:model-package/h/2`],
    patterns: ['arn:aws:sagemaker:*:*:model-package/g/*', `arn:aws:sagemaker:eu-west-1:${ours}:model-package/*`],
    keys: [{ key: 'sagemaker:ModelApprovalStatus', values: ['Approved', 'Rejected', 'approved'], tests: ['StringEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'] }],
  },
]
const globals = [
  { key: 'aws:SourceAccount', values: [ours, other], tests: ['StringEquals', 'StringNotEquals'] },
  { key: 'aws:SourceArn', values: [`arn:aws:events:eu-west-1:${ours}:rule/a`, `arn:aws:events:eu-west-1:${ours}:rule/*`, 'arn:aws:s3:::data'], tests: ['ArnLike', 'ArnEquals', 'ArnNotLike', 'ArnNotEquals'] },
  { key: 'aws:SecureTransport', values: ['true', 'false'], tests: ['Bool'] },
  { key: 'aws:CurrentTime', values: ['2026-01-01T00:00:00Z', '2026-06-01T12:00:00Z'], tests: ['DateLessThan', 'DateGreaterThanEquals', 'DateEquals', 'DateNotEquals'] },
  { key: 'aws:SourceIp', values: ['10.0.0.0/8', '10.1.2.3', '192.0.2.7'], tests: ['IpAddress', 'NotIpAddress'] },
  { key: 'aws:PrincipalTag/team', values: ['a', 'data', '*'], tests: ['StringEquals', 'StringLike'] },
  { key: 'aws:TagKeys', values: ['x', 'y', 'z'], tests: ['StringEquals', 'StringLike', 'StringNotEquals'], list: true },
  { key: 'aws:PrincipalAccount', values: [ours, other], tests: ['StringEquals', 'StringNotEquals'], caller: true },
  { key: 'aws:PrincipalArn', values: [`arn:aws:iam::${ours}:role/jobs`, `arn:aws:iam::${other}:role/*`], tests: ['ArnLike', 'ArnNotLike', 'StringLike'], caller: true },
]
const callers = [
  { kind: 'role', account: ours, role: `arn:aws:iam::${ours}:role/jobs`, arn: `arn:aws:sts::${ours}:assumed-role/jobs/s` },
  { kind: 'role', account: ours, role: `arn:aws:iam::${ours}:role/path/deep`, arn: `arn:aws:sts::${ours}:assumed-role/deep/s` },
  { kind: 'role', account: other, role: `arn:aws:iam::${other}:role/jobs`, arn: `arn:aws:sts::${other}:assumed-role/jobs/s` },
  { kind: 'user', account: ours, arn: `arn:aws:iam::${ours}:user/u` },
  { kind: 'service', arn: 'events.amazonaws.com' },
]

const conditions = keys => {
  const block = {}
  for (const key of some(keys, 0, 2)) {
    const test = chance(0.1) ? 'Null' : pick(key.tests)
    const set = key.list ? pick(['ForAllValues:', 'ForAnyValue:']) : ''
    // AWS doesn't say whether ForAnyValue (no value: false) or IfExists (no key: true) wins.
    const operator = test === 'Null' ? 'Null' : set + test + (set !== 'ForAnyValue:' && chance(0.2) ? 'IfExists' : '')
    const values = test === 'Null' ? [pick(['true', 'false'])] : some(key.values, 1, 2)
    block[operator] = { ...block[operator], [key.key]: values.length === 1 ? values[0] : values }
  }
  return Object.keys(block).length > 0 ? { Condition: block } : {}
}
const statement = (field, keys, principal) => {
  const service = field.actions[0].split(':')[0]
  const actions = some([...field.actions, `${service}:*`, `${service}:Get*`, '*'], 1, 2)
  return {
    Effect: chance(0.75) ? 'Allow' : 'Deny',
    ...(principal ? { Principal: principal() } : {}),
    ...(chance(0.08) ? { NotAction: actions } : { Action: actions }),
    // AWS doesn't say what NotResource with a variable without value gives.
    ...(chance(0.08) && !principal ? { NotResource: some(field.patterns.filter(one => !one.includes('$')), 1, 2) } : { Resource: chance(0.2) ? '*' : some(field.patterns, 1, 2) }),
    ...conditions(keys),
  }
}
const policy = (field, keys, principal) => ({
  Version: chance(0.95) ? '2012-10-17' : '2008-10-17',
  Statement: Array.from({ length: 1 + Math.floor(random() * 3) }, () => statement(field, keys, principal)),
})
const principals = [
  { AWS: `arn:aws:iam::${ours}:root` },
  { AWS: ours },
  { AWS: `arn:aws:iam::${other}:root` },
  { AWS: [`arn:aws:iam::${ours}:role/jobs`, `arn:aws:iam::${other}:role/jobs`] },
  { AWS: `arn:aws:iam::${ours}:role/path/deep` },
  { AWS: `arn:aws:sts::${ours}:assumed-role/jobs/s` },
  { AWS: `arn:aws:iam::${ours}:user/u` },
  { Service: 'events.amazonaws.com' },
  { Service: ['sns.amazonaws.com', 's3.amazonaws.com'] },
  '*',
]

function generated() {
  const field = pick(fields)
  const caller = pick(callers)
  const keys = [...field.keys, ...field.keys, ...globals]
  const resource = pick(field.resources)
  const context = {}
  for (const key of some(keys.filter(key => !key.caller), 0, 5)) {
    const values = key.values.filter(value => !value.includes('/8') && !value.endsWith('*'))
    context[key.key] = key.list ? some(values, 1, 3) : pick(values)
  }
  return {
    caller,
    action: pick(field.actions),
    resource,
    owner: resource.split(':')[4] || pick([ours, ours, other]),
    context,
    identity: caller.kind === 'service' ? [] : Array.from({ length: Math.floor(random() * 3) }, () => policy(field, keys)),
    boundary: caller.kind !== 'service' && chance(0.25) ? policy(field, keys) : undefined,
    policy: field.actions[0] !== 'iam:PassRole' && chance(0.65) ? policy(field, keys, () => pick(principals)) : undefined,
  }
}

// Requests that a stack's own statements speak of, and their neighbours.
function* declared(file) {
  const stack = JSON.parse(readFileSync(file, 'utf8'))
  const of = type => stack.resources.filter(resource => resource.type === type)
  const keyPolicy = of('aws:kms/key:Key')[0]?.inputs.policy
  for (const { name, inputs } of of('aws:iam/rolePolicy:RolePolicy')) {
    const identity = JSON.parse(inputs.policy)
    for (const one of identity.Statement) {
      for (const action of some([].concat(one.Action), 1, 1)) {
        const [service] = action.split(':')
        const pattern = pick([].concat(one.Resource))
        const plain = pattern === '*' ? '*' : pattern.replaceAll('*', 'x')
        const context = {}
        for (const block of Object.values(one.Condition ?? {})) {
          for (const [key, values] of Object.entries(block)) {
            if (chance(0.8)) {
              context[key] = String([].concat(values)[0]).replaceAll('*', 'x')
            }
          }
        }
        const base = {
          caller: { kind: 'role', account: ours, role: `arn:aws:iam::${ours}:role/${name}`, arn: `arn:aws:sts::${ours}:assumed-role/${name}/s` },
          action,
          owner: ours,
          context,
          // Statements about other services have no say and would only make the corpus larger.
          identity: [{ ...identity, Statement: identity.Statement.filter(two => [].concat(two.Action).some(name => name.startsWith(`${service}:`))) }],
          policy: service === 'kms' && keyPolicy ? JSON.parse(keyPolicy) : undefined,
        }
        yield { ...base, resource: plain }
        if (plain !== '*') {
          yield { ...base, resource: `${plain}beside` }
        }
      }
    }
  }
}

async function judge(request) {
  const named = policy => ({ name: 'p', policy })
  const { caller } = request
  const roleKeys = caller.kind === 'service' ? {} : { 'aws:PrincipalArn': caller.role ?? caller.arn, 'aws:PrincipalAccount': caller.account }
  const result = await runSimulation(
    {
      request: {
        principal: caller.arn,
        action: request.action,
        resource: { resource: request.resource, accountId: request.owner },
        contextVariables: { ...roleKeys, ...request.context },
      },
      identityPolicies: request.identity.map((policy, i) => ({ name: `i${i}`, policy })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(request.policy ? { resourcePolicy: request.policy } : {}),
      ...(request.boundary ? { permissionBoundaryPolicies: [named(request.boundary)] } : {}),
    },
    {},
  )
  return result.resultType === 'error' ? { error: result.errors.message, detail: result.errors } : { judged: result.overallResult }
}

const lines = []
const errors = {}
const add = async request => {
  const answer = await judge(request)
  if (answer.error) {
    errors[answer.error] = (errors[answer.error] ?? 0) + 1
    if (process.env.VERBOSE) console.error(JSON.stringify(answer), JSON.stringify(request))
    return
  }
  lines.push({ ...request, expected: answer.judged })
}
while (lines.length < Number(count)) {
  await add(generated())
}
for (const file of stacks) {
  for (const request of declared(file)) {
    await add(request)
  }
}
writeFileSync(out, lines.map(line => JSON.stringify(line) + '\n').join(''))
const kinds = {}
for (const line of lines) {
  kinds[line.expected] = (kinds[line.expected] ?? 0) + 1
}
console.log('judged:', kinds, 'refused as malformed:', errors)
