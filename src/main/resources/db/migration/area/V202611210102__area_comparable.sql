-- The spelling names are compared in, the same as SearchText makes of what somebody types: lower case, no accents,
-- apostrophes and quotes left out, everything else but letters and digits a single space.
create function area.comparable(name text) returns text
    language sql immutable parallel safe
    return btrim(regexp_replace(
        regexp_replace(lower(regexp_replace(normalize(name, nfd), '[\u0300-\u036f]', '', 'g')), '[''’"`]', '', 'g'),
        '[^a-z0-9]+', ' ', 'g'));
