#include <smpcare/ask.hpp>
#include <smpcare/load.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace smpcare;

Activity activity(std::string id, std::string title, std::vector<std::string> words,
                  std::vector<std::string> not_words = {}) {
    Activity made;
    made.id = std::move(id);
    made.title = std::move(title);
    made.words = std::move(words);
    made.not_words = std::move(not_words);
    return made;
}

Protocol small() {
    Protocol protocol;
    protocol.activities = {
        activity("pool", "Swim in a pool", {"swim", "swimming", "pool"}),
        activity("sea", "Swim in the sea", {"swim", "swimming", "sea", "ocean", "beach"}),
        activity("sun", "Be in the sun", {"sun", "beach"}),
        activity("alcohol", "Drink alcohol", {"drink", "beer"}, {"energy drink", "drink coffee"}),
        activity("dye", "Colour your hair", {"hair dye", "dye hair", "colour hair"}),
        activity("shampoo", "Shampoo", {"shampoo", "head and shoulders"}),
        activity("cream", "Moisturiser", {"moisturiser", "berry cream"}),
        activity("hat", "The Straw hat", {"a straw", "caf\u00e9 hat"}),
    };
    Sign fever;
    fever.id = "fever";
    fever.title = "Fever";
    fever.words = {"chills"};
    protocol.signs = {fever};
    return protocol;
}

std::string written(const Meaning& meaning, const Protocol& protocol) {
    std::string text;
    const auto add = [&](std::string_view word) { text.append(text.empty() ? "" : " ").append(word); };
    for (const auto one : meaning.activities) add(protocol.activities[one].id);
    for (const auto one : meaning.signs) add("!" + protocol.signs[one].id);
    for (const auto& word : meaning.unknown) add("?" + word);
    return text;
}

std::string meant(std::string_view phrase) {
    static const Protocol protocol = small();
    return written(read_phrase(protocol, phrase), protocol);
}

}  // namespace

TEST_CASE("a phrase means what its words mean, whatever stands around them") {
    CHECK(meant("can I swim?") == "pool sea");
    CHECK(meant("may i go swimming in the pool") == "pool");
    CHECK(meant("SWIM in the SEA") == "sea");
    CHECK(meant("I've a beer") == "alcohol");
    CHECK(meant("Shampoos") == "shampoo");
    CHECK(meant("color my hair") == "dye");
    CHECK(meant("moisturizers") == "cream");
    CHECK(meant("berries-cream") == "cream");
    CHECK(meant("straw hats") == "hat");
    CHECK(meant("cafe-hat") == "hat");
}

TEST_CASE("several things, each its own part") {
    CHECK(meant("swim beach") == "pool sea sun");
    CHECK(meant("beach pool") == "sea sun pool");
    CHECK(meant("pool and beer") == "pool alcohol");
    CHECK(meant("swim, ocean") == "pool sea");
    CHECK(meant("swim or beer/chills") == "pool sea alcohol !fever");
    CHECK(meant("head and shoulders") == "shampoo");
}

TEST_CASE("what is left over is told, and no part of another thing is taken") {
    CHECK(meant("coffee") == "?coffee");
    CHECK(meant("beer and coffee") == "alcohol ?coffee");
    CHECK(meant("energy drink") == "?energy ?drink");
    CHECK(meant("energy drink and beer") == "alcohol ?energy ?drink");
    CHECK(meant("drink coffee") == "?drink ?coffee");
    CHECK(meant("not swim") == "pool sea ?not");
    CHECK(meant("no pool") == "pool ?no");
    CHECK(meant("cannot swim") == "pool sea ?cannot");
    CHECK(meant("coffee drink") == "?coffee ?drink");
    CHECK(meant("carpool") == "?carpool");
    CHECK(meant("") == "");
    CHECK(meant("can I") == "");
    CHECK(meant("\xff\xfe").empty() == false);
}

TEST_CASE("accents, and apostrophes as telephones type them, do not count") {
    CHECK(meant("mo\u00efsturiser") == "cream");
    CHECK(meant("can\u2019t swim") == "pool sea ?cant");
    CHECK(meant("it\u2019s chills") == "!fever");
}

TEST_CASE("words by which a question asks the other way round are told apart") {
    const Protocol protocol = small();
    const auto turning = [&](std::string_view phrase) { return read_phrase(protocol, phrase).turning; };
    CHECK(turning("is it bad to swim") == std::vector<std::string>{"bad"});
    CHECK(turning("must I wait before swimming") == std::vector<std::string>{"must", "wait", "before"});
    CHECK(turning("swim with a duck").empty());
}

TEST_CASE("a phrase of very many words is read in little time") {
    std::string phrase;
    for (int i = 0; i < 2000; ++i) phrase += "swim ";
    CHECK(meant(phrase) == "pool sea");
}

TEST_CASE("where it all happens says nothing beside a thing, and is something by itself") {
    CHECK(meant("beer on my head") == "alcohol");
    CHECK(meant("hair transplant") == "?hair ?transplant");
}

TEST_CASE("a slip is offered where one word of the rules is near") {
    const Protocol protocol = small();
    const auto slips = [&](std::string_view phrase) {
        std::string text;
        for (const auto& word : read_slips(protocol, phrase).words) text += word + ";";
        return text;
    };
    CHECK(slips("swimmming") == "swimming;");
    CHECK(slips("oceam") == "ocean;");
    CHECK(slips("shmapoo") == "shampoo;");
    CHECK(slips("berr") == "");
    CHECK(slips("swim and oceam") == "ocean;");
    CHECK(slips("swin in the ocwan") == "ocean;");
    CHECK(slips("shampou") == "shampoo;");
    // A letter in front, or one far from the right one on the keys, makes another word.
    CHECK(slips("socean") == "");
    CHECK(slips("ocepn") == "");
    CHECK(slips("swim") == "");
    CHECK(slips("carpool") == "");
}

TEST_CASE("a phrase is told without the little words at its ends") {
    CHECK(without_little_ends("Can I wash my hair, please?") == "wash my hair");
    CHECK(without_little_ends("go to the gym") == "gym");
    CHECK(without_little_ends("Swim") == "Swim");
    CHECK(without_little_ends("can I") == "can I");
}
