import { entriesOf, type ClaimEntry } from './entry.ts';

/** SIP, PASSporT and SHAKEN: tokens about calls; content delivery (CDNI) and network functions. */
export const TELEPHONY_CLAIMS: readonly ClaimEntry[] = [
  ...entriesOf('RFC 8055', [
    ['sip_from_tag', 'The tag of the From header field of the SIP request.', 'SIP 요청의 From 헤더에 있는 tag 값입니다.'],
    ['sip_date', 'The Date header field of the SIP request.', 'SIP 요청의 Date 헤더 값입니다.'],
    ['sip_callid', 'The Call-ID of the SIP request.', 'SIP 요청의 Call-ID 값입니다.'],
    ['sip_cseq_num', 'The sequence number of the SIP request.', 'SIP 요청의 CSeq 번호입니다.'],
    ['sip_via_branch', 'The branch of the Via header field of the SIP request.', 'SIP 요청의 Via 헤더에 있는 branch 값입니다.'],
  ]),
  ...entriesOf('RFC 8225 section 5.2.1', [
    ['orig', 'Who is calling.', '전화를 건 쪽의 식별자입니다.', 'json-object'],
    ['dest', 'Who is called.', '전화를 받는 쪽의 식별자입니다.', 'json-object'],
  ]),
  ...entriesOf('RFC 8225 section 5.2.2', [['mky', 'Fingerprints of the keys that protect the media of the call.', '통화 미디어를 보호하는 키의 지문입니다.', 'list']]),
  ...entriesOf('RFC 8443 section 3', [['rph', 'The resource priority that the caller is authorized to use.', '발신자가 쓸 수 있도록 허가받은 자원 우선순위입니다.', 'json-object']]),
  ...entriesOf('RFC 8588', [
    ['attest', 'How surely the provider knows the caller: A (full), B (partial) or C (gateway).', '사업자가 발신자를 얼마나 확실히 아는지를 A(전체), B(부분), C(게이트웨이)로 나타냅니다.'],
    ['origid', 'An opaque identifier of where the call came from.', '통화가 시작된 곳을 나타내는 불투명 식별자입니다.', 'uuid'],
  ]),
  ...entriesOf('RFC 8688', [['jcard', 'Contact data of the party that rejected the call.', '전화를 거부한 주체의 연락처 정보입니다.']]),
  ...entriesOf('RFC 8946', [
    ['div', 'From whom the call was diverted.', '통화가 전환되기 전의 원래 수신자입니다.', 'json-object'],
    ['opt', 'The original PASSporT in its full form.', '전체 형식으로 된 원본 PASSporT입니다.', 'jwt'],
  ]),
  ...entriesOf('RFC 9027', [['sph', 'The SIP Priority header field that the caller may use.', '발신자가 쓸 수 있는 SIP Priority 헤더 값입니다.']]),
  ...entriesOf('RFC 9447', [['atc', 'The challenge by which an authority confirms a certificate request.', '인증서 요청을 권한 기관이 확인하는 데 쓰는 챌린지입니다.', 'json-object']]),
  ...entriesOf('RFC 9475', [['msgi', 'The digest of the message that came with the token.', '토큰과 함께 온 메시지의 다이제스트입니다.']]),
  ...entriesOf('RFC 9795', [
    ['rcd', 'What is shown about the caller, such as a name or logo.', '이름이나 로고처럼 발신자에 대해 표시할 정보입니다.', 'json-object'],
    ['rcdi', 'Digests that protect what is shown about the caller.', '발신자 표시 정보를 보호하는 다이제스트입니다.', 'json-object'],
    ['crn', 'The reason for the call.', '전화를 건 이유입니다.'],
  ]),
  ...entriesOf('RFC 9246 section 2.1.8', [['cdniv', 'The version of the set of CDNI claims.', 'CDNI 클레임 집합의 버전입니다.', 'number']]),
  ...entriesOf('RFC 9246 section 2.1.9', [['cdnicrit', 'The CDNI claims that a verifier must understand.', '검증자가 반드시 이해해야 하는 CDNI 클레임입니다.']]),
  ...entriesOf('RFC 9246 section 2.1.10', [['cdniip', 'The address from which the content may be fetched, encrypted.', '콘텐츠를 받을 수 있는 IP 주소를 암호화한 값입니다.']]),
  ...entriesOf('RFC 9246 section 2.1.11', [['cdniuc', 'Which content the signed address is for.', '서명된 주소가 가리키는 콘텐츠입니다.']]),
  ...entriesOf('RFC 9246 section 2.1.12', [['cdniets', 'How long a renewed token is valid.', '갱신된 토큰이 유효한 시간입니다.', 'seconds']]),
  ...entriesOf('RFC 9246 section 2.1.13', [['cdnistt', 'How a renewed token reaches the client.', '갱신된 토큰을 클라이언트에 전달하는 방법입니다.', 'number']]),
  ...entriesOf('RFC 9246 section 2.1.14', [['cdnistd', 'How many path segments the renewed token covers.', '갱신된 토큰이 적용되는 경로 조각의 수입니다.', 'number']]),
  ...entriesOf('ETSI GS NFV-SEC 022', [['at_use_nbr', 'For how many requests the access token can be used.', '액세스 토큰을 쓸 수 있는 요청 횟수입니다.', 'number']]),
  ...entriesOf('CTA-5009', [['geohash', 'A place as a geohash, or several of them.', '위치를 나타내는 지오해시 또는 그 목록입니다.']]),
];
