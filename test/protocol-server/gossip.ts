import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { UUID } from '@eventstore/db-client/generated/shared_pb';
import type { sendUnaryData } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';

/** A cluster of one, which leads. */
export const gossip = (port: () => number) => {
  const instance = randomUUID();
  return (_call: unknown, answer: sendUnaryData<ClusterInfo>): void => {
    const self = new MemberInfo()
      .setInstanceId(new UUID().setString(instance))
      .setTimeStamp(String(Date.now() * 10_000))
      .setState(MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new EndPoint().setAddress('127.0.0.1').setPort(port()));
    answer(null, new ClusterInfo().setMembersList([self]));
  };
};
