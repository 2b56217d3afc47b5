// Reads a calendar as KDE's programs do and prints its events; fails where one is not an all-day event that leaves the
// day free.
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>

#include <QFile>
#include <QTextStream>
#include <QTimeZone>

using namespace KCalendarCore;

int main(int argc, char** argv) {
    QFile file(QString::fromLocal8Bit(argc == 2 ? argv[1] : ""));
    if (!file.open(QIODevice::ReadOnly)) return 2;
    const auto calendar = MemoryCalendar::Ptr::create(QTimeZone::utc());
    if (!ICalFormat().fromRawString(calendar, file.readAll())) return 1;
    QTextStream out(stdout);
    out.setCodec("UTF-8");
    for (const auto& event : calendar->rawEvents()) {
        if (!event->allDay() || event->transparency() != Event::Transparent) return 1;
        for (const auto& alarm : event->alarms())
            if (alarm->type() != Alarm::Display || alarm->startOffset().asSeconds() >= 0) return 1;
        const auto title = event->summary()
                               .replace(QLatin1String("\\"), QLatin1String("\\\\"))
                               .replace(QLatin1String("|"), QLatin1String("\\p"));
        out << (event->status() == Incidence::StatusCanceled ? "-" : "") << event->uid() << '|'
            << event->dtStart().date().toString(QStringLiteral("yyyyMMdd")) << '|'
            << event->dtEnd().date().addDays(1).toString(QStringLiteral("yyyyMMdd")) << '|' << title << '\n';
    }
    return 0;
}
