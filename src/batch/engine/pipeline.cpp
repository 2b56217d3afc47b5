#include "batch/engine/pipeline.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

namespace smpcare::batch {
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
    explicit Belt(std::size_t blocks) : slots_(blocks) {
        for (auto& slot : slots_) free_.push_back(&slot);
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

    /// What the calling thread does. It works as well where no block is free and the oldest is not done: threads that
    /// wait for each other cost more than the work.
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
        const std::lock_guard lock{mutex_};
        give_out_no_more();
    }

private:
    struct Slot {
        Block block;
        bool done = false;
        std::exception_ptr fault;  ///< what a worker could not bear
    };

    void give_out_no_more() {
        ended_ = true;
        to_do_.clear();
        wanted_.notify_all();
    }

    void work_next(Worker& worker, std::unique_lock<std::mutex>& lock) {
        auto* const slot = to_do_.front();
        to_do_.pop_front();
        lock.unlock();
        try {
            worker.work(slot->block);
        } catch (...) {
            slot->fault = std::current_exception();
        }
        lock.lock();
        slot->done = true;
        // What a worker holds after a fault may be half changed. The oldest block is this one or an earlier one, so
        // the fault is met before any block that stays undone.
        if (slot->fault) give_out_no_more();
        done_.notify_one();
    }

    /// Whether the oldest block is done. Where no further one `can_be_sent`, that is seen to: others are worked on,
    /// then it is waited for.
    bool front_is_ready(Worker& worker, bool can_be_sent) {
        if (on_their_way_.empty()) return false;
        std::unique_lock lock{mutex_};
        const auto& front = *on_their_way_.front();
        while (!front.done && !can_be_sent)
            if (to_do_.empty())
                done_.wait(lock);
            else
                work_next(worker, lock);
        return front.done;
    }

    bool send(const Fill& fill) {
        auto* const slot = free_.front();
        slot->done = false;
        if (!fill(slot->block)) return false;
        free_.pop_front();
        on_their_way_.push_back(slot);
        const std::lock_guard lock{mutex_};
        if (ended_) return false;
        to_do_.push_back(slot);
        wanted_.notify_one();
        return true;
    }

    bool receive(const Collect& collect) {
        auto* const slot = on_their_way_.front();
        if (slot->fault) std::rethrow_exception(slot->fault);
        on_their_way_.pop_front();
        free_.push_back(slot);
        return collect(slot->block);
    }

    std::vector<Slot> slots_;
    std::deque<Slot*> free_, on_their_way_;  // of the calling thread alone
    std::mutex mutex_;
    std::condition_variable wanted_, done_;
    std::deque<Slot*> to_do_;
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

}  // namespace smpcare::batch
