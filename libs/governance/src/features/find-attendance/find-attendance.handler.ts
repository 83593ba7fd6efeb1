import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { attendanceOf } from './attendance-of';
import { FindAttendanceQuery } from './find-attendance.query';

@QueryHandler(FindAttendanceQuery)
export class FindAttendanceHandler implements IQueryHandler<FindAttendanceQuery> {
  execute({ reading: { readModel, cut }, params }: FindAttendanceQuery) {
    return attendanceOf(readModel, cut, params);
  }
}
