#include "format/handout/parts/glosses.hpp"
#include "unit/format/fixture.hpp"

TEST_CASE("a word is explained where it comes first, and only where it stands by itself") {
    smpcare::format::Glosses glosses(smpcare::words::english);
    CHECK(glosses.explained("peeling skin") == "peeling skin");
    CHECK(glosses.explained("laser, peel") == "laser, acid peel");
    CHECK(glosses.explained("laser, peel") == "laser, peel");
    CHECK(glosses.explained("unprescribed minoxidil") == "unprescribed minoxidil (hair lotion)");
}
