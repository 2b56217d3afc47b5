// Takes calendars into one, as KDE's programs do when a later one is sent, and prints its events; fails where one is
// not an all-day event that leaves the day free, or rings at another hour than six in the evening before.
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>

#include <QFile>
#include <QTextStream>
#include <QTimeZone>

using namespace KCalendarCore;

int main(int argc, char** argv) {
    const auto calendar = MemoryCalendar::Ptr::create(QTimeZone::utc());
    for (int i = 1; i < argc; ++i) {
        QFile file(QString::fromLocal8Bit(argv[i]));
        if (!file.open(QIODevice::ReadOnly)) return 2;
        if (!ICalFormat().fromRawString(calendar, file.readAll())) return 1;
    }
    QTextStream out(stdout);
    out.setCodec("UTF-8");
    for (const auto& event : calendar->rawEvents()) {
        if (!event->allDay() || event->transparency() != Event::Transparent) return 1;
        for (const auto& alarm : event->alarms())
            if (alarm->type() != Alarm::Display || !alarm->enabled() ||
                alarm->time() != QDateTime(event->dtStart().date().addDays(-1), QTime(18, 0), QTimeZone::utc()))
                return 1;
        const auto title = event->summary()
                               .replace(QLatin1String("\\"), QLatin1String("\\\\"))
                               .replace(QLatin1String("|"), QLatin1String("\\p"));
        out << (event->status() == Incidence::StatusCanceled ? "-" : "") << event->uid() << '|'
            << event->dtStart().date().toString(QStringLiteral("yyyyMMdd")) << '|'
            << event->dtEnd().date().addDays(1).toString(QStringLiteral("yyyyMMdd")) << '|' << title
            << (event->alarms().isEmpty() ? "|\n" : "|!\n");
    }
    return 0;
}
