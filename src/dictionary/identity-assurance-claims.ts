import { entriesOf, type ClaimEntry } from './entry.ts';

/** OpenID Identity Assurance, W3C credentials, OpenID Federation, RDAP. */
export const IDENTITY_CLAIMS: readonly ClaimEntry[] = [
  ...entriesOf('OpenID Identity Assurance Schema 1.0', [
    ['verified_claims', 'Claims about the user that were verified, with the evidence.', '검증을 거친 사용자 클레임과 그 증거입니다.', 'json-object'],
  ]),
  ...entriesOf('OpenID Connect for Identity Assurance Claims 1.0', [
    ['place_of_birth', 'Where the user was born, in parts.', '사용자의 출생지를 항목별로 담습니다.', 'json-object'],
    ['nationalities', 'The nationalities of the user as country codes.', '사용자의 국적을 국가 코드로 나타낸 목록입니다.', 'list'],
    ['birth_family_name', 'The family names of the user at birth.', '사용자가 태어났을 때의 성입니다.'],
    ['birth_given_name', 'The given names of the user at birth.', '사용자가 태어났을 때의 이름입니다.'],
    ['birth_middle_name', 'The middle names of the user at birth.', '사용자가 태어났을 때의 가운데 이름입니다.'],
    ['salutation', 'How the user is addressed, for example Mr.', 'Mr.처럼 사용자를 부를 때 붙이는 경칭입니다.'],
    ['title', 'The title of the user, for example Dr.', 'Dr.처럼 사용자에게 붙는 직함이나 학위 호칭입니다.'],
    ['msisdn', 'The mobile number of the user in the E.164 form.', 'E.164 형식의 사용자 휴대전화 번호입니다.', 'phone-number'],
    ['also_known_as', 'A stage name, religious name or other alias of the user.', '예명이나 종교명처럼 사용자가 쓰는 다른 이름입니다.'],
  ]),
  ...entriesOf('W3C Verifiable Credentials Data Model 1.0 section 6.3.1', [
    ['vc', 'A verifiable credential, apart from what the other claims say.', '다른 클레임에 담긴 내용을 뺀 검증 가능한 자격 증명입니다.', 'json-object'],
    ['vp', 'A verifiable presentation: credentials shown by their holder.', '소유자가 제시하는 자격 증명 묶음입니다.', 'json-object'],
  ]),
  ...entriesOf('OpenID Federation 1.0', [
    ['jwks', 'The public keys of the entity that the statement is about.', '이 명세서가 설명하는 주체의 공개 키입니다.', 'json-object'],
    ['metadata', 'What the entity says of itself, by entity type.', '주체가 자신에 대해 밝힌 정보를 유형별로 담습니다.', 'json-object'],
    ['metadata_policy', 'Rules for the metadata of the entities below.', '하위 주체의 메타데이터에 적용할 규칙입니다.', 'json-object'],
    ['constraints', 'Limits on the chain of trust, such as its length.', '신뢰 체인의 길이 같은 제한입니다.', 'json-object'],
    ['authority_hints', 'The entities directly above this one.', '이 주체의 바로 위에 있는 상위 주체들입니다.', 'list'],
    ['trust_marks', 'The trust marks that the entity holds.', '주체가 가진 신뢰 마크입니다.', 'list'],
    ['trust_mark_issuers', 'Who may issue which trust mark.', '어떤 신뢰 마크를 누가 발급할 수 있는지 나타냅니다.', 'json-object'],
    ['trust_mark_owners', 'Who owns which trust mark.', '어떤 신뢰 마크를 누가 소유하는지 나타냅니다.', 'json-object'],
    ['source_endpoint', 'The fetch endpoint from which the statement came.', '이 명세서를 받아 온 조회 엔드포인트입니다.', 'uri'],
  ]),
  ...entriesOf('RFC 9560 section 3.1.5.1', [
    ['rdap_allowed_purposes', 'For which purposes the user may query registration data.', '사용자가 등록 정보를 조회할 수 있는 목적입니다.', 'list'],
  ]),
  ...entriesOf('RFC 9560 section 3.1.5.2', [
    ['rdap_dnt_allowed', 'Whether the user may ask not to be tracked when querying registration data.', '등록 정보를 조회할 때 추적하지 않도록 요청할 수 있는지 나타냅니다.', 'boolean'],
  ]),
];
