import { entriesOf, type ClaimEntry } from './entry.ts';

/** The Entity Attestation Token: what a device says about itself. */
export const ATTESTATION_CLAIMS: readonly ClaimEntry[] = entriesOf('RFC 9711', [
  ['eat_nonce', 'The nonce that proves the attestation fresh; several are allowed.', '증명이 새것임을 보이는 일회용 값이며, 여러 개일 수 있습니다.'],
  ['ueid', 'An identifier of this one device, unique in the world.', '전 세계에서 고유한 기기 식별자입니다.', 'base64url'],
  ['sueids', 'Identifiers of the device that change at certain events, such as a reset.', '초기화 같은 특정 시점에 바뀌는 기기 식별자들입니다.', 'json-object'],
  ['oemid', 'The maker of the hardware.', '하드웨어 제조사입니다.'],
  ['hwmodel', 'The model of the hardware.', '하드웨어 모델입니다.', 'base64url'],
  ['hwversion', 'The version of the hardware.', '하드웨어 버전입니다.', 'list'],
  ['uptime', 'How long the device has been running since its last boot.', '마지막 부팅 이후 기기가 동작한 시간입니다.', 'seconds'],
  ['oemboot', 'Whether the device booted software authorized by its maker.', '제조사가 승인한 소프트웨어로 부팅했는지 나타냅니다.', 'boolean'],
  ['dbgstat', 'Whether the debug facilities are enabled or disabled.', '디버그 기능이 켜져 있는지 꺼져 있는지 나타냅니다.'],
  ['location', 'Where the device is.', '기기의 위치입니다.', 'json-object'],
  ['eat_profile', 'The profile that the attestation follows.', '이 증명이 따르는 프로파일입니다.'],
  ['submods', 'Attestations of the parts of the device.', '기기를 이루는 하위 모듈의 증명입니다.', 'json-object'],
  ['bootcount', 'How often the device has booted.', '기기가 부팅한 횟수입니다.', 'number'],
  ['bootseed', 'A value that is the same for the whole of one boot.', '한 번의 부팅 동안 유지되는 값입니다.', 'base64url'],
  ['dloas', 'Certifications that the device has received.', '기기가 받은 인증(DLOA)입니다.', 'list'],
  ['swname', 'The name of the software running on the device.', '기기에서 실행되는 소프트웨어의 이름입니다.'],
  ['swversion', 'The version of the software running on the device.', '기기에서 실행되는 소프트웨어의 버전입니다.', 'list'],
  ['manifests', 'Descriptions of the software installed on the device.', '기기에 설치된 소프트웨어의 명세입니다.', 'list'],
  ['measurements', 'Measurements of the software and memory of the device.', '기기의 소프트웨어와 메모리를 측정한 값입니다.', 'list'],
  ['measres', 'Results of comparing measurements with reference values.', '측정값을 기준값과 비교한 결과입니다.', 'list'],
  ['intuse', 'What the attestation is intended for.', '이 증명의 사용 목적입니다.'],
]);
