#include "batch/pipeline.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>

namespace smpcare {
namespace {

void work_block(Worker& worker, Block& block) {
    block.results.resize(std::max(block.results.size(), block.size));
    for (std::size_t i = 0; i < block.size; ++i) {
        worker.work(block.rows[i], block.results[i]);
        // What comes after is not wanted any more.
        if (block.results[i].fatal) block.size = i + 1;
    }
}

void run_alone(Worker& worker, const Fill& fill, const Collect& collect) {
    Block block;
    while (fill(block)) {
        work_block(worker, block);
        if (!collect(block)) return;
    }
}

/// Blocks between the calling thread and the workers.
class Belt {
public:
    explicit Belt(std::size_t blocks) : blocks_(blocks) {
        for (auto& block : blocks_) free_.push_back(&block);
    }

    void work(Worker& worker) {
        while (Block* const block = next()) {
            std::exception_ptr fault;
            try {
                work_block(worker, *block);
            } catch (const std::bad_alloc&) {
                fault = std::current_exception();
            }
            std::lock_guard const lock{mutex_};
            block->fault = fault;
            block->done = true;
            done_.notify_one();
        }
    }

    void drive(const Fill& fill, const Collect& collect) {
        bool more = true;
        while (more || !on_their_way_.empty()) {
            if (more && !free_.empty() && !front_is_done()) {
                more = send(fill);
                continue;
            }
            if (!receive(collect)) break;
        }
    }

    /// Lets the workers go home.
    void end() {
        std::lock_guard const lock{mutex_};
        ended_ = true;
        to_do_.clear();
        wanted_.notify_all();
    }

private:
    Block* next() {
        std::unique_lock lock{mutex_};
        wanted_.wait(lock, [this] { return ended_ || !to_do_.empty(); });
        if (to_do_.empty()) return nullptr;
        auto* const block = to_do_.front();
        to_do_.pop_front();
        return block;
    }

    bool front_is_done() {
        std::lock_guard const lock{mutex_};
        return !on_their_way_.empty() && on_their_way_.front()->done;
    }

    bool send(const Fill& fill) {
        auto* const block = free_.front();
        block->done = false;
        if (!fill(*block)) return false;
        free_.pop_front();
        on_their_way_.push_back(block);
        std::lock_guard const lock{mutex_};
        to_do_.push_back(block);
        wanted_.notify_one();
        return true;
    }

    bool receive(const Collect& collect) {
        if (on_their_way_.empty()) return false;
        auto* const block = on_their_way_.front();
        {
            std::unique_lock lock{mutex_};
            done_.wait(lock, [block] { return block->done; });
        }
        if (block->fault) std::rethrow_exception(block->fault);
        on_their_way_.pop_front();
        free_.push_back(block);
        return collect(*block);
    }

    std::vector<Block> blocks_;
    std::deque<Block*> free_, on_their_way_;  // of the calling thread alone
    std::mutex mutex_;
    std::condition_variable wanted_, done_;
    std::deque<Block*> to_do_;
    bool ended_ = false;
};

/// Threads that are let go before they are waited for, whatever ends the run.
struct Crew {
    Belt& belt;
    std::vector<std::jthread> threads;
    ~Crew() { belt.end(); }
};

}  // namespace

void run_pipeline(std::vector<std::unique_ptr<Worker>>& workers, const Fill& fill, const Collect& collect) {
    if (workers.size() == 1) {
        run_alone(*workers.front(), fill, collect);
        return;
    }
    Belt belt{3 * workers.size()};
    Crew crew{belt, {}};
    try {
        for (auto& worker : workers) crew.threads.emplace_back([&belt, &worker] { belt.work(*worker); });
    } catch (const std::system_error&) {
        // Those that could be had do the work.
        if (crew.threads.empty()) return run_alone(*workers.front(), fill, collect);
    }
    belt.drive(fill, collect);
}

}  // namespace smpcare
