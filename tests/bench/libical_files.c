/* libical_files COUNT PLAN.csv FOLDER: a calendar file a client with libical. PLAN.csv is smpcare's own. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { most_rows = 256 };
static struct { char title[256], start[11], end[11]; } rows[most_rows];

static int read_rows(const char *path) {
    char line[4096];
    int count = 0;
    FILE *file = fopen(path, "r");
    if (!file || !fgets(line, sizeof line, file)) return 0;
    while (count < most_rows && fgets(line, sizeof line, file)) {
        /* From the end: after_sessions, end, start; a title may hold commas. */
        char *cut = strrchr(line, ',');
        if (!cut) continue;
        *cut = 0;
        char *end = strrchr(line, ',');
        *end++ = 0;
        char *start = strrchr(line, ',');
        *start++ = 0;
        char *title = strchr(strchr(line, ',') + 1, ',') + 1;
        snprintf(rows[count].title, sizeof rows[count].title, "%s", title);
        snprintf(rows[count].start, sizeof rows[count].start, "%s", start);
        snprintf(rows[count++].end, sizeof rows[0].end, "%s", *end ? end : start);
    }
    fclose(file);
    return count;
}

static icaltimetype day(const char *text, int move) {
    icaltimetype time = icaltime_null_date();
    sscanf(text, "%d-%d-%d", &time.year, &time.month, &time.day);
    icaltime_adjust(&time, move, 0, 0, 0);
    return time;
}

int main(int argc, char **argv) {
    int const count = argc == 4 ? read_rows(argv[2]) : 0;
    if (!count) return 2;
    for (int client = 0; client < atoi(argv[1]); ++client) {
        icalcomponent *calendar = icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"),
                                                      icalproperty_new_prodid("-//bench//bench//EN"), (void *)0);
        for (int i = 0; i < count; ++i) {
            char uid[64], text[64];
            icaltimetype const last = day(rows[i].end, client % 28);
            snprintf(uid, sizeof uid, "%08d-%08d-bench", client, i);
            snprintf(text, sizeof text, "Until and including %d-%d-%d", last.year, last.month, last.day);
            icalcomponent_add_component(
                calendar, icalcomponent_vanew(ICAL_VEVENT_COMPONENT, icalproperty_new_uid(uid),
                                              icalproperty_new_dtstamp(icaltime_from_string("20260101T000000Z")),
                                              icalproperty_new_dtstart(day(rows[i].start, client % 28)),
                                              icalproperty_new_dtend(day(rows[i].end, client % 28 + 1)),
                                              icalproperty_new_summary(rows[i].title), icalproperty_new_description(text),
                                              icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT), (void *)0));
        }
        char path[4096];
        snprintf(path, sizeof path, "%s/c%06d.ics", argv[3], client);
        FILE *file = fopen(path, "w");
        if (!file) return 3;
        fputs(icalcomponent_as_ical_string(calendar), file);
        fclose(file);
        icalcomponent_free(calendar);
    }
    return 0;
}
