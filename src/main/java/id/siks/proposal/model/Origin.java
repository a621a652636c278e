package id.siks.proposal.model;

import id.siks.proposal.Channel;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** How a proposal comes in, and which official's own family it is. */
@Embeddable
class Origin {

    @Enumerated(EnumType.STRING)
    private Channel channel = Channel.VILLAGE_MEETING;

    private boolean ownFamily;
    private Long familyOf;

    protected Origin() {}

    /** Both anew; {@code way} is null for the usual one, {@code official} for other families. */
    void say(Channel way, Long official) {
        channel = way == null ? Channel.VILLAGE_MEETING : way;
        ownFamily = official != null;
        familyOf = official;
    }

    Channel channel() {
        return channel;
    }

    boolean isOwnFamily() {
        return ownFamily;
    }

    /** Account of the official whose own family it is; null for other families. */
    Long familyOf() {
        return familyOf;
    }
}
