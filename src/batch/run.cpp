#include <smpcare/ask.hpp>
#include <smpcare/batch.hpp>

#include "batch/engine/pipeline.hpp"
#include "batch/outcomes/outcomes.hpp"
#include "batch/outcomes/output_stream.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <utility>

namespace smpcare {

using namespace batch;
namespace {

constexpr std::size_t rows_of_block = 8;
/// A block of plans of many sessions, told day by day, can take megabytes: blocks that came out larger than this are
/// followed by blocks of fewer rows.
constexpr std::size_t most_output = std::size_t{1} << 18;

/// One run from the header to the manifest. The members are used by the calling thread alone.
class Run {
public:
    Run(BatchRequest request, const BatchHooks& hooks, Diagnostics& diagnostics)
        : request_(std::move(request)),
          hooks_(hooks),
          diagnostics_(diagnostics),
          outcomes_(request_, hooks),
          stream_(hooks) {}

    std::optional<BatchSummary> run() {
        if (!check_pattern(request_.file_name, diagnostics_)) return std::nullopt;
        if (!read_header() || !prepare_rules() || !outcomes_.open(*clients_, diagnostics_)) return std::nullopt;
        start_stream();
        std::vector<std::unique_ptr<Worker>> workers;
        for (unsigned i = 0; i < std::max(1U, request_.workers); ++i)
            workers.push_back(std::make_unique<Worker>(request_, clients_->columns(), clients_->source(), rules_,
                                                       outcomes_.folder()));
        run_pipeline(
            workers, [this](Block& block) { return fill(block); }, [this](Block& block) { return collect(block); });
        return finish();
    }

private:
    bool read_header() {
        Diagnostics told;
        clients_ = ReadClients::begin(request_, told);
        for (const auto& diagnostic : told.all())
            if (diagnostic.severity == Severity::error)
                diagnostics_.add(diagnostic);
            else
                outcomes_.report(diagnostic);
        return clients_.has_value();
    }

    bool prepare_rules() {
        auto rules = request_.rules;
        // What the rules build on is read too, so no client's file may replace it.
        if (rules.reader)
            rules.reader = [this, read = std::move(rules.reader)](const std::string& name, const Span& at,
                                                                  Diagnostics& diagnostics) {
                request_.inputs.push_back(name);
                return read(name, at, diagnostics);
            };
        rules_ = prepare(request_, rules, request_.style.language, diagnostics_);
        if (!rules_.protocol) return false;
        const auto old = request_.today ? old_review(*rules_.protocol, *request_.today) : std::vector<Diagnostic>{};
        if (!diagnostics_.accept(old)) return false;
        for (const auto& notice : old) outcomes_.report(notice);
        for (const auto& notice : rules_.protocol->notices) outcomes_.report(notice);
        return true;
    }

    [[nodiscard]] bool one_calendar() const {
        return request_.target == BatchTarget::stream && request_.formats.front()->calendar;
    }

    void start_stream() {
        if (!one_calendar()) return;
        std::string head;
        rules_.calendar->append_head(head);
        stream_.hold_back(std::move(head));
    }

    bool end_stream() {
        if (!plans_.empty() && !send_document()) return false;
        if (!one_calendar()) return true;
        std::string foot;
        rules_.calendar->append_foot(foot);
        stream_.end(foot);
        return true;
    }

    bool send_document() {
        const auto& format = *request_.formats.front();
        std::optional document = format.combined(plans_, request_.style);
        if (format.printed)
            document = print(plans_.front(), *document, request_.style, *request_.browser, diagnostics_);
        if (document) stream_.send(*document);
        return document.has_value();
    }

    bool fill(Block& block) {
        block.rows.resize(rows_of_block);
        block.size = 0;
        while (block.size < rows_wanted_ && !diagnostics_.has_errors() &&
               clients_->next(block.rows[block.size], diagnostics_))
            ++block.size;
        return block.size > 0;
    }

    bool collect(Block& block) {
        bool more = true;
        std::size_t good = 0;
        for (std::size_t i = 0; more && i < block.size; ++i) {
            more = outcomes_.add(*clients_, block.rows[i], block.results[i], diagnostics_);
            if (!more) break;
            good = block.results[i].output_end;
            keep_page(block.results[i]);
        }
        more = stream_.send(std::string_view{block.output}.substr(0, good)) && more;
        // Printing takes a second a row: so long nobody waits for another's.
        rows_wanted_ = request_.browser ? 1
                                        : std::clamp<std::size_t>(most_output * block.size / (block.output.size() + 1),
                                                                  1, rows_of_block);
        if (hooks_.progress) hooks_.progress(outcomes_.summary().rows, clients_->rows());
        return more;
    }

    void keep_page(RowResult& result) {
        if (!result.plan) return;
        plans_.push_back(std::move(*result.plan));
        protocols_.push_back(std::move(result.protocol));
    }

    std::optional<BatchSummary> finish() {
        if (!outcomes_.finish_rejects(*clients_, diagnostics_)) return std::nullopt;
        if (!end_stream() || !outcomes_.finish_list(*clients_, diagnostics_)) return std::nullopt;
        return outcomes_.summary();
    }

    BatchRequest request_;  ///< with every file that is read among its `inputs`
    const BatchHooks& hooks_;
    Diagnostics& diagnostics_;
    std::optional<ReadClients> clients_;
    PreparedRules rules_;
    Outcomes outcomes_;
    OutputStream stream_;
    std::size_t rows_wanted_ = 1;  ///< in the next block; nothing is known of the first ones
    std::vector<Plan> plans_;      ///< the pages of a document, and what they refer to
    std::vector<std::shared_ptr<const Protocol>> protocols_;
};

}  // namespace

std::optional<BatchSummary> run_batch(const BatchRequest& request, const BatchHooks& hooks, Diagnostics& diagnostics) {
    return Run{request, hooks, diagnostics}.run();
}

std::string summary_line(const BatchSummary& summary, BatchTarget target, const Style& style) {
    const auto& texts = words::of(style.language).batch;
    auto text = texts.files;
    if (target == BatchTarget::stream) text = texts.stream;
    if (target == BatchTarget::combined) text = texts.combined;
    if (target == BatchTarget::nothing) text = texts.nothing;
    auto line = words::fill(text, summary.rows, summary.written, summary.unchanged, summary.refused);
    if (summary.clients != summary.rows && summary.clients > 0) line += words::fill(texts.clients, summary.clients);
    return line + '\n';
}

std::string rejects_hint(const Style& style) {
    const auto& language = words::of(style.language);
    return "   = help: " + std::string{std::string_view{language.batch.keep_rejects}} + '\n';
}

std::string progress_line(std::size_t rows, std::size_t all, const Style& style) {
    return words::fill(words::of(style.language).batch.progress, rows, all);
}

std::string checksum_line(const BatchFile& file) { return file.sha256 + "  " + file.name + '\n'; }

}  // namespace smpcare
