package id.siks.proposal.model;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface VillageMeetingRepository extends Repository<VillageMeeting, Long> {

    Optional<VillageMeeting> findByMeetingRef(String meetingRef);

    void flush();
}
