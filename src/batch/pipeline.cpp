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

void run_alone(Worker& worker, const Fill& fill, const Collect& collect) {
    Block block;
    while (fill(block)) {
        worker.work(block);
        if (!collect(block)) return;
    }
}

/// Blocks between the calling thread and the workers.
class Belt {
public:
    explicit Belt(std::size_t blocks) : blocks_(blocks) {
        for (auto& block : blocks_) free_.push_back(&block);
    }

    /// What a thread of its own does until the belt ends.
    void work(Worker& worker) {
        std::unique_lock lock{mutex_};
        for (;;) {
            wanted_.wait(lock, [this] { return ended_ || !to_do_.empty(); });
            if (to_do_.empty()) return;
            work_next(worker, lock);
        }
    }

    /// What the calling thread does. It works as well when there is nothing to read or to collect: threads that wait
    /// for each other cost more than the work.
    void drive(Worker& worker, const Fill& fill, const Collect& collect) {
        bool more = true;
        while (more || !on_their_way_.empty()) {
            if (front_is_ready(worker, more && !free_.empty())) {
                if (!receive(collect)) return;
            } else {
                more = send(fill);
            }
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
    void work_next(Worker& worker, std::unique_lock<std::mutex>& lock) {
        auto* const block = to_do_.front();
        to_do_.pop_front();
        lock.unlock();
        std::exception_ptr fault;
        try {
            worker.work(*block);
        } catch (const std::bad_alloc&) {
            fault = std::current_exception();
        }
        lock.lock();
        block->fault = fault;
        block->done = true;
        done_.notify_one();
    }

    /// Whether the oldest block is done; where no other `can_be_sent`, it is worked on or waited for until it is.
    bool front_is_ready(Worker& worker, bool can_be_sent) {
        if (on_their_way_.empty()) return false;
        std::unique_lock lock{mutex_};
        auto const& front = *on_their_way_.front();
        while (!front.done && !can_be_sent) {
            if (to_do_.empty())
                done_.wait(lock);
            else
                work_next(worker, lock);
        }
        return front.done;
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
        auto* const block = on_their_way_.front();
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
    auto& own = *workers.front();
    if (workers.size() == 1) return run_alone(own, fill, collect);
    Belt belt{3 * workers.size()};
    Crew crew{belt, {}};
    try {
        for (std::size_t i = 1; i < workers.size(); ++i)
            crew.threads.emplace_back([&belt, &worker = *workers[i]] { belt.work(worker); });
    } catch (const std::system_error&) {
        // The threads that could be had do the work, or the calling one alone.
    }
    belt.drive(own, fill, collect);
}

}  // namespace smpcare
