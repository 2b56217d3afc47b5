/* Reads a calendar with libical and prints its events; fails on anything that libical or its restriction check minds. */
#include <libical/ical.h>
#include <stdio.h>
#include <string.h>

static char *next_line(char *to, size_t size, void *file) { return fgets(to, (int)size, file); }

static void put(const char *text) {
    for (; text && *text; text++) {
        if (*text == '\\') fputs("\\\\", stdout);
        else if (*text == '|') fputs("\\p", stdout);
        else if (*text == '\n') fputs("\\n", stdout);
        else putchar(*text);
    }
}

static int has_errors(icalcomponent *component) {
    if (icalcomponent_count_properties(component, ICAL_XLICERROR_PROPERTY) > 0) return 1;
    for (icalcomponent *inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); inner;
         inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
        if (has_errors(inner)) return 1;
    return 0;
}

int main(int argc, char **argv) {
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (!file) return 2;
    icalparser *parser = icalparser_new();
    icalparser_set_gen_data(parser, file);
    icalcomponent *calendar = icalparser_parse(parser, next_line);
    if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
        fputs("not one VCALENDAR\n", stderr);
        return 1;
    }
    if (has_errors(calendar) || !icalrestriction_check(calendar)) {
        fputs("an error, or a restriction does not hold\n", stderr);
        return 1;
    }
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        if (icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED) putchar('-');
        put(icalcomponent_get_uid(event));
        printf("|%s|%s|", icaltime_as_ical_string(icalcomponent_get_dtstart(event)),
               icaltime_as_ical_string(icalcomponent_get_dtend(event)));
        put(icalcomponent_get_summary(event));
        puts(icalcomponent_count_components(event, ICAL_VALARM_COMPONENT) > 0 ? "|!" : "|");
    }
    return 0;
}
