package id.siks.identity;

/** One role over one territory; somebody may hold several. */
public record Assignment(Role role, Scope scope) {}
