package id.siks.fieldcheck.model;

import id.siks.casework.CaseRef;
import id.siks.fieldcheck.HomeAddresses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says where homes are as the case says it by now; as it did when it asked, where no case answers. */
@Component
class Homes {

    private final List<HomeAddresses> rooms;

    Homes(List<HomeAddresses> rooms) {
        this.rooms = rooms;
    }

    /** The homes of these field checks, in their order. */
    List<HomeView> of(List<FieldCheck> fieldChecks) {
        List<HomeView> asked = fieldChecks.stream().map(FieldCheck::home).toList();
        List<CaseRef> cases = asked.stream().map(HomeView::caseRef).toList();
        Map<CaseRef, String> addresses = new HashMap<>();
        rooms.forEach(room -> addresses.putAll(room.of(cases)));
        return asked.stream()
                .map(home -> home.at(addresses.getOrDefault(home.caseRef(), home.address())))
                .toList();
    }
}
