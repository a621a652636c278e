package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.platform.InvalidInput;
import id.siks.proposal.Channel;

/** An emergency waits for no meeting, so only somebody of the ministry may call it one (glossary 2, Permensos 3/2021 article 4). */
final class EmergenciesAreDeclaredByTheMinistry {

    private EmergenciesAreDeclaredByTheMinistry() {}

    static void check(Channel channel, AreaCode village, Actor actor) {
        if (channel == Channel.MINISTRY_EMERGENCY && !actor.holds(Role.MINISTRY_OFFICER, village)) {
            throw InvalidInput.at("channel", "proposal.error.channel-of-ministry");
        }
    }
}
